import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { Practiser } from '../attempts/holder';
import { id, listRows, row } from '../rows';
import { DomainCountRow } from './coverage.repository';
import { accountOf, VISIBLE } from './visible-questions';

const SKILL_COLUMNS = { id: z.string(), name: z.string(), domainName: z.string() };
const SkillOfVersion = row({ ...SKILL_COLUMNS, versionId: id() });

export type SkillRow = Omit<z.infer<typeof SkillOfVersion>, 'versionId'>;

export type SkillCountRow = z.infer<typeof SkillCountRow>;
const SkillCountRow = row({
  ...SKILL_COLUMNS,
  domainId: z.string(),
  questionCount: z.int(),
  /** By kind; a kind without questions is left out. */
  kindCounts: z.record(z.string(), z.int()).readonly(),
});

/** The skills of questions, and how many visible questions each has. */
export class SkillRepository {
  constructor(private readonly manager: EntityManager) {}

  listSkills(versionIds: readonly string[]): Promise<z.infer<typeof SkillOfVersion>[]> {
    return listRows(
      this.manager,
      SkillOfVersion,
      `select vs.question_version_id as "versionId", k.id, k.name, k.domain_name as "domainName"
       from question_version_skill vs join skill k on k.id = vs.skill_id
       where vs.question_version_id = any($1::uuid[]) order by vs.position`,
      [versionIds],
    );
  }

  /** Skills with at least one visible question, in the order of their taxonomies, the public one first. */
  countBySkill(practiser: Practiser | null): Promise<SkillCountRow[]> {
    return listRows(
      this.manager,
      SkillCountRow,
      `select k.id, k.name, k.domain_id as "domainId", k.domain_name as "domainName",
         sum(c.count)::int as "questionCount", jsonb_object_agg(c.kind, c.count) as "kindCounts"
       from (
         select vs.skill_id, v.kind, count(*)::int as count, min(b.organization_id::text) as organization, min(b.id) as bank
         from ${VISIBLE}
         join question_version_skill vs on vs.question_version_id = v.id
         group by vs.skill_id, v.kind
       ) c
       join skill k on k.id = c.skill_id
       group by k.id order by min(c.organization) nulls first, min(c.bank), k.position`,
      [accountOf(practiser)],
    );
  }

  /** The number of visible questions of each domain; a question with two skills of one domain counts once. */
  countByDomain(practiser: Practiser | null): Promise<DomainCountRow[]> {
    return listRows(
      this.manager,
      DomainCountRow,
      `select k.domain_id as "domainId", count(distinct q.id)::int as "questionCount"
       from ${VISIBLE}
       join question_version_skill vs on vs.question_version_id = v.id
       join skill k on k.id = vs.skill_id
       group by k.domain_id`,
      [accountOf(practiser)],
    );
  }
}
