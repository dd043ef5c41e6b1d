import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { listRows, row } from '../rows';

/** A skill of the public taxonomy. */
export type CoveredSkillRow = z.infer<typeof CoveredSkillRow>;
const CoveredSkillRow = row({ id: z.string(), name: z.string(), domainId: z.string(), domainName: z.string() });

/** The number of public questions of one skill, kind and level; without a skill each question counts once. */
export type CoverageCountRow = z.infer<typeof CoverageCountRow>;
const CoverageCountRow = row({
  skillId: z.string().nullable(),
  kind: z.string(),
  level: z.int(),
  questionCount: z.int(),
});

export type DomainCountRow = z.infer<typeof DomainCountRow>;
export const DomainCountRow = row({ domainId: z.string(), questionCount: z.int() });

/** One language of a public code question; the figures are null if its check has not counted faults in this version. */
export type CodeCheckRow = z.infer<typeof CodeCheckRow>;
const CodeCheckRow = row({
  slug: z.string(),
  title: z.string(),
  language: z.string(),
  planted: z.int().nullable(),
  caught: z.int().nullable(),
  waived: z.int().nullable(),
});

const PUBLIC = `question q
  join bank b on b.id = q.bank_id and b.use in ('practice', 'both') and b.organization_id is null
  join question_version v on v.id = q.current_version_id`;

/** The content of the public bank. No statement here reads a bank of an organization. */
export class CoverageRepository {
  constructor(private readonly manager: EntityManager) {}

  /** All skills, also those without a question. The id of an organization's skill begins with that of its bank and `/`. */
  listSkills(): Promise<CoveredSkillRow[]> {
    return listRows(
      this.manager,
      CoveredSkillRow,
      `select id, name, domain_id as "domainId", domain_name as "domainName"
       from skill where id not like '%/%' order by position, id`,
    );
  }

  listCounts(): Promise<CoverageCountRow[]> {
    return listRows(
      this.manager,
      CoverageCountRow,
      `select vs.skill_id as "skillId", v.kind, v.level, count(distinct q.id)::int as "questionCount"
       from ${PUBLIC} join question_version_skill vs on vs.question_version_id = v.id
       group by grouping sets ((vs.skill_id, v.kind, v.level), (v.kind, v.level))`,
    );
  }

  listDomainCounts(): Promise<DomainCountRow[]> {
    return listRows(
      this.manager,
      DomainCountRow,
      `select k.domain_id as "domainId", count(distinct q.id)::int as "questionCount"
       from ${PUBLIC}
       join question_version_skill vs on vs.question_version_id = v.id
       join skill k on k.id = vs.skill_id
       group by k.domain_id`,
    );
  }

  listCodeChecks(): Promise<CodeCheckRow[]> {
    return listRows(
      this.manager,
      CodeCheckRow,
      `select q.slug, v.title, l.id as language, f.planted, f.caught, f.waived
       from ${PUBLIC}
       cross join unnest(v.languages) with ordinality as l (id, position)
       left join fault_count f on f.question_id = q.id and f.language = l.id
       where v.kind = 'code' order by v.title, q.id, l.position`,
    );
  }
}
