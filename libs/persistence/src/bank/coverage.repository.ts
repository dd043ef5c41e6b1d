import type { EntityManager } from 'typeorm';

/** A skill of the public taxonomy. */
export type CoveredSkillRow = {
  readonly id: string;
  readonly name: string;
  readonly domainId: string;
  readonly domainName: string;
};

/** How many public questions there are of one skill, kind and level; with no skill, each question once. */
export type CoverageCountRow = {
  readonly skillId: string | null;
  readonly kind: string;
  readonly level: number;
  readonly questionCount: number;
};

export type DomainCountRow = { readonly domainId: string; readonly questionCount: number };

/** One language of a public code question; the figures are null where its check has counted nothing for this version. */
export type CodeCheckRow = {
  readonly slug: string;
  readonly title: string;
  readonly language: string;
  readonly planted: number | null;
  readonly caught: number | null;
  readonly waived: number | null;
};

const PUBLIC = `question q
  join bank b on b.id = q.bank_id and b.use in ('practice', 'both') and b.organization_id is null
  join question_version v on v.id = q.current_version_id`;

/** What the public bank has and lacks. Nothing here reaches a bank of an organization. */
export class CoverageRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Every skill, also those without a question. An organization's skills are stored under the id of their bank. */
  listSkills(): Promise<CoveredSkillRow[]> {
    return this.manager.query(
      `select id, name, domain_id as "domainId", domain_name as "domainName"
       from skill where id not like '%/%' order by position, id`,
    );
  }

  listCounts(): Promise<CoverageCountRow[]> {
    return this.manager.query(
      `select vs.skill_id as "skillId", v.kind, v.level, count(distinct q.id)::int as "questionCount"
       from ${PUBLIC} join question_version_skill vs on vs.question_version_id = v.id
       group by grouping sets ((vs.skill_id, v.kind, v.level), (v.kind, v.level))`,
    );
  }

  listDomainCounts(): Promise<DomainCountRow[]> {
    return this.manager.query(
      `select k.domain_id as "domainId", count(distinct q.id)::int as "questionCount"
       from ${PUBLIC}
       join question_version_skill vs on vs.question_version_id = v.id
       join skill k on k.id = vs.skill_id
       group by k.domain_id`,
    );
  }

  listCodeChecks(): Promise<CodeCheckRow[]> {
    return this.manager.query(
      `select q.slug, v.title, l.id as language, f.planted, f.caught, f.waived
       from ${PUBLIC}
       cross join unnest(v.languages) with ordinality as l (id, position)
       left join fault_count f on f.question_id = q.id and f.language = l.id
       where v.kind = 'code' order by v.title, q.id, l.position`,
    );
  }
}
