import type { EntityManager } from 'typeorm';
import type { PracticeOwner } from '../attempts/owner';
import { type QuestionFilterRow, searchQueryOf } from './question-filter';

/** A question that may be practised with its current version, without anything secret. */
export type QuestionRow = {
  readonly id: string;
  /** Its address: `<kind>.<slug>`, after `<bank>:` where the bank is an organization's. */
  readonly slug: string;
  readonly versionId: string;
  readonly contentHash: string;
  readonly title: string;
  readonly kind: string;
  readonly level: number;
  readonly minutes: number;
  readonly licence: string;
  readonly sources: readonly string[];
  readonly languages: readonly string[];
  /** What the question states of each language, in their order. */
  readonly stated: readonly { readonly language: string; readonly packages?: string; readonly dialect?: string }[];
};

export type SkillRow = { readonly id: string; readonly name: string; readonly domainName: string };

export type SkillCountRow = SkillRow & {
  readonly domainId: string;
  readonly questionCount: number;
  /** By kind; without the kinds that it has none of. */
  readonly kindCounts: Readonly<Record<string, number>>;
};

/** What a quiz draws from: the kinds, which of them are families or programs, and the scope of the programs' cases. */
export type QuizKinds = {
  readonly drawn: readonly string[];
  readonly families: readonly string[];
  readonly programs: readonly string[];
  readonly scope: string;
};

export type PracticeStateRow = { readonly questionId: string; readonly state: 'new' | 'tried' | 'done' };

const QUESTION = `q.id,
  case when b.organization_id is null then q.slug else b.id || ':' || q.slug end as slug, v.id as "versionId", v.content_hash as "contentHash", v.title, v.kind, v.level, v.minutes,
  v.licence, v.sources, v.languages,
  (select coalesce(json_agg(json_strip_nulls(json_build_object('language', l.id,
       'packages', v.candidate_part #>> array['languages', l.id, 'packages'],
       'dialect', v.candidate_part #>> array['languages', l.id, 'dialect'])) order by l.position), '[]')
     from unnest(v.languages) with ordinality as l (id, position)) as stated`;

/** What may be practised: banks that belong to nobody, and those of organizations that account `$1` is a member of. */
const VISIBLE = `question q
  join bank b on b.id = q.bank_id and b.use in ('practice', 'both') and (b.organization_id is null or exists (
    select from member m where m.organization_id = b.organization_id and m.account_id = $1::uuid))
  join question_version v on v.id = q.current_version_id`;

/** Expects `$1` account and `$2` guest. */
const STATE = `(select case when bool_or(s.earned >= s.possible) then 'done' when count(*) > 0 then 'tried' else 'new' end
  from attempt a
  join attempt_item i on i.attempt_id = a.id
  join question_version pv on pv.id = i.question_version_id
  join score s on s.attempt_item_id = i.id and s.state = 'answered'
  where (a.account_id = $1 or a.guest_id = $2) and a.purpose = 'practice' and pv.question_id = q.id)`;

const FILTER = `($3::text[] is null or exists (
    select from question_version_skill vs join skill k on k.id = vs.skill_id
    where vs.question_version_id = v.id and (k.id = any($3) or k.domain_id = any($3))))
  and ($4::text[] is null or v.kind = any($4))
  and ($5::int[] is null or v.level = any($5))
  and ($6::text[] is null or ${STATE} = any($6))
  and ($7::tsquery is null or v.search_words @@ $7)
  and ($8::text[] is null or v.languages && $8)`;

const NOBODY = { accountId: null, guestId: null } as const;

/** What a person may know of the banks: of the public ones as anyone, of an organization's as its member. */
export class QuestionBankRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Questions after the cursor (level, title, id), at most `first`. Only the rows of the page are read whole. */
  list(
    filter: QuestionFilterRow,
    owner: PracticeOwner | null,
    page: { readonly first: number; readonly after: readonly [number, string, string] | null },
  ): Promise<QuestionRow[]> {
    const after = page.after ?? [null, null, null];
    return this.manager.query(
      `select ${QUESTION}
       from (
         select q.id from ${VISIBLE}
         where ${FILTER} and ($9::int is null or (v.level, v.title, q.id) > ($9::int, $10::text, $11::text))
         order by v.level, v.title, q.id limit $12
       ) page
       join question q on q.id = page.id
       join bank b on b.id = q.bank_id
       join question_version v on v.id = q.current_version_id
       order by v.level, v.title, q.id`,
      [...this.filterParameters(filter, owner), ...after, page.first],
    );
  }

  async count(filter: QuestionFilterRow, owner: PracticeOwner | null): Promise<number> {
    const rows: { count: number }[] = await this.manager.query(
      `select count(*)::int as count from ${VISIBLE} where ${FILTER}`,
      this.filterParameters(filter, owner),
    );
    return rows[0]?.count ?? 0;
  }

  /** By its address; null for what the person may not see. */
  async findBySlug(address: string, owner: PracticeOwner | null): Promise<QuestionRow | null> {
    const [slug, bankId = null] = address.split(':').reverse();
    const rows: QuestionRow[] = await this.manager.query(
      `select ${QUESTION} from ${VISIBLE}
       where q.slug = $2 and (b.organization_id is null) = ($3::text is null) and b.id = coalesce($3, b.id)
       order by b.id limit 1`,
      [accountOf(owner), slug, bankId],
    );
    return rows[0] ?? null;
  }

  /** By version, so that an old attempt still shows the title it had. */
  listByVersions(versionIds: readonly string[]): Promise<QuestionRow[]> {
    return this.manager.query(
      `select ${QUESTION} from question_version v join question q on q.id = v.question_id join bank b on b.id = q.bank_id
       where v.id = any($1::uuid[])`,
      [versionIds],
    );
  }

  listSkills(versionIds: readonly string[]): Promise<(SkillRow & { readonly versionId: string })[]> {
    return this.manager.query(
      `select vs.question_version_id as "versionId", k.id, k.name, k.domain_name as "domainName"
       from question_version_skill vs join skill k on k.id = vs.skill_id
       where vs.question_version_id = any($1::uuid[]) order by vs.position`,
      [versionIds],
    );
  }

  listPracticeStates(questionIds: readonly string[], owner: PracticeOwner): Promise<PracticeStateRow[]> {
    return this.manager.query(
      `select q.id as "questionId", ${STATE} as state from question q where q.id = any($3::text[])`,
      [owner.accountId, owner.guestId, questionIds],
    );
  }

  /** Skills that have at least one visible question, in the order of their taxonomies, the public one first. */
  countBySkill(owner: PracticeOwner | null): Promise<SkillCountRow[]> {
    return this.manager.query(
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
      [accountOf(owner)],
    );
  }

  /** How many different visible questions each domain has; a question with two skills of one domain counts once. */
  countByDomain(owner: PracticeOwner | null): Promise<{ readonly domainId: string; readonly questionCount: number }[]> {
    return this.manager.query(
      `select k.domain_id as "domainId", count(distinct q.id)::int as "questionCount"
       from ${VISIBLE}
       join question_version_skill vs on vs.question_version_id = v.id
       join skill k on k.id = vs.skill_id
       group by k.domain_id`,
      [accountOf(owner)],
    );
  }

  /**
   * Versions that a quiz over these skills (all when empty) may draw from: of a family only once it has variants, of a
   * program only once its cases exist in this scope.
   */
  async listQuizVersions(owner: PracticeOwner, skills: readonly string[], kinds: QuizKinds): Promise<string[]> {
    const rows: { id: string }[] = await this.manager.query(
      `select v.id from ${VISIBLE}
       where (cardinality($2::text[]) = 0 or exists (
         select from question_version_skill vs join skill k on k.id = vs.skill_id
         where vs.question_version_id = v.id and (k.id = any($2) or k.domain_id = any($2))))
       and v.kind = any($3::text[])
       and (v.kind <> all($4::text[]) or exists (select from variant where question_version_id = v.id))
       and (v.kind <> all($5::text[]) or exists (
         select from preparation p where p.question_version_id = v.id and p.scope = $6
           and p.done_at is not null and p.failure is null))
       order by v.id`,
      [owner.accountId, skills, kinds.drawn, kinds.families, kinds.programs, kinds.scope],
    );
    return rows.map((row) => row.id);
  }

  /** For each version a question that shares a skill with it and that the owner has not solved, no easier if there is one. */
  listNextInSkill(
    versionIds: readonly string[],
    owner: PracticeOwner,
  ): Promise<(QuestionRow & { readonly after: string })[]> {
    return this.manager.query(
      `select distinct on (own.id) own.id as after, ${QUESTION} from ${VISIBLE}
       join question_version_skill vs on vs.question_version_id = v.id
       join question_version_skill s on s.skill_id = vs.skill_id
       join question_version own on own.id = s.question_version_id
       where own.id = any($3::uuid[]) and q.id <> own.question_id and ${STATE} <> 'done'
       order by own.id, s.position, v.level < own.level, v.level, v.title`,
      [owner.accountId, owner.guestId, versionIds],
    );
  }

  async insertReport(report: {
    readonly id: string;
    readonly reference: string;
    readonly versionId: string;
    readonly itemId: string | null;
    readonly owner: PracticeOwner | null;
    readonly reason: string;
    readonly text: string;
    readonly at: Date;
  }): Promise<void> {
    const { accountId, guestId } = report.owner ?? NOBODY;
    await this.manager.query(
      `insert into question_report
         (id, reference, question_version_id, attempt_item_id, account_id, guest_id, reason, text, reported_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        report.id,
        report.reference,
        report.versionId,
        report.itemId,
        accountId,
        guestId,
        report.reason,
        report.text,
        report.at,
      ],
    );
  }

  private filterParameters(filter: QuestionFilterRow, owner: PracticeOwner | null): unknown[] {
    const { accountId, guestId } = owner ?? NOBODY;
    return [
      accountId,
      guestId,
      filter.skills,
      filter.kinds,
      filter.levels,
      filter.states,
      searchQueryOf(filter),
      filter.languages,
    ];
  }
}

function accountOf(owner: PracticeOwner | null): string | null {
  return owner === null ? null : owner.accountId;
}
