import type { EntityManager } from 'typeorm';
import type { PracticeOwner } from './owner';

/** A question of the public bank with its current version, without anything secret. */
export type QuestionRow = {
  readonly id: string;
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
};

export type SkillRow = { readonly id: string; readonly name: string; readonly domainName: string };

export type SkillCountRow = SkillRow & {
  readonly domainId: string;
  readonly questionCount: number;
  readonly quizCount: number;
};

export type QuestionFilterRow = {
  readonly skills: readonly string[] | null;
  readonly kinds: readonly string[] | null;
  readonly levels: readonly number[] | null;
  readonly states: readonly string[] | null;
  readonly text: string | null;
};

export type PracticeStateRow = { readonly questionId: string; readonly state: 'new' | 'tried' | 'done' };

const QUESTION = `q.id, q.slug, v.id as "versionId", v.content_hash as "contentHash", v.title, v.kind, v.level, v.minutes,
  v.licence, v.sources, v.languages`;

/** The public catalogue: banks without an organization that may be practised. */
const PUBLIC = `question q
  join bank b on b.id = q.bank_id and b.organization_id is null and b.use in ('practice', 'both')
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
  and ($7::text is null or v.search_text like all (
    select '%' || replace(replace(replace(word, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'
    from regexp_split_to_table(lower($7), '\\s+') word))`;

const NOBODY = { accountId: null, guestId: null } as const;

/** What anyone may know of the bank. */
export class QuestionBankRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Questions after the cursor (level, title, id), at most `first`. */
  list(
    filter: QuestionFilterRow,
    owner: PracticeOwner | null,
    page: { readonly first: number; readonly after: readonly [number, string, string] | null },
  ): Promise<QuestionRow[]> {
    const after = page.after ?? [null, null, null];
    return this.manager.query(
      `select ${QUESTION} from ${PUBLIC}
       where ${FILTER} and ($8::int is null or (v.level, v.title, q.id) > ($8::int, $9::text, $10::text))
       order by v.level, v.title, q.id limit $11`,
      [...this.filterParameters(filter, owner), ...after, page.first],
    );
  }

  async count(filter: QuestionFilterRow, owner: PracticeOwner | null): Promise<number> {
    const rows: { count: number }[] = await this.manager.query(
      `select count(*)::int as count from ${PUBLIC} where ${FILTER}`,
      this.filterParameters(filter, owner),
    );
    return rows[0]?.count ?? 0;
  }

  async findBySlug(slug: string): Promise<QuestionRow | null> {
    const rows: QuestionRow[] = await this.manager.query(
      `select ${QUESTION} from ${PUBLIC} where q.slug = $1 order by b.id limit 1`,
      [slug],
    );
    return rows[0] ?? null;
  }

  /** By version, so that an old attempt still shows the title it had. */
  listByVersions(versionIds: readonly string[]): Promise<QuestionRow[]> {
    return this.manager.query(
      `select ${QUESTION} from question_version v join question q on q.id = v.question_id where v.id = any($1::uuid[])`,
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

  /** Skills that have at least one public question, in the order of the taxonomy. */
  countBySkill(): Promise<SkillCountRow[]> {
    return this.manager.query(
      `select k.id, k.name, k.domain_id as "domainId", k.domain_name as "domainName", count(*)::int as "questionCount",
         (count(*) filter (where v.kind in ('choice', 'numeric')))::int as "quizCount"
       from ${PUBLIC}
       join question_version_skill vs on vs.question_version_id = v.id
       join skill k on k.id = vs.skill_id
       group by k.id order by k.position`,
    );
  }

  /** How many different public questions each domain has; a question with two skills of one domain counts once. */
  countByDomain(): Promise<{ readonly domainId: string; readonly questionCount: number }[]> {
    return this.manager.query(
      `select k.domain_id as "domainId", count(distinct q.id)::int as "questionCount"
       from ${PUBLIC}
       join question_version_skill vs on vs.question_version_id = v.id
       join skill k on k.id = vs.skill_id
       group by k.domain_id`,
    );
  }

  /** Versions that a quiz over these skills (all when empty) may draw from; a numeric one only once it has variants. */
  async listQuizVersions(skills: readonly string[]): Promise<string[]> {
    const rows: { id: string }[] = await this.manager.query(
      `select v.id from ${PUBLIC}
       where (cardinality($1::text[]) = 0 or exists (
         select from question_version_skill vs join skill k on k.id = vs.skill_id
         where vs.question_version_id = v.id and (k.id = any($1) or k.domain_id = any($1))))
       and (v.kind = 'choice'
         or (v.kind = 'numeric' and exists (select from variant where question_version_id = v.id)))
       order by v.id`,
      [skills],
    );
    return rows.map((row) => row.id);
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
    return [accountId, guestId, filter.skills, filter.kinds, filter.levels, filter.states, filter.text];
  }
}
