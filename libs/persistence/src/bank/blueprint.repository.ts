import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { OrganizationId, QuestionVersionId } from '../ids';
import { findRow, getRow, id, listRows, row } from '../rows';
import { QUESTION, QUESTION_COLUMNS, QuestionRow } from './question-bank.repository';
import { matching, type QuestionFilterRow, searchQueryOf } from './question-filter';

/** Facts about a question that a draft may use. */
export type BlueprintQuestionRow = z.infer<typeof BlueprintQuestionRow>;
const BlueprintQuestionRow = row({
  id: z.string(),
  title: z.string(),
  kind: z.string(),
  level: z.int(),
  minutes: z.int(),
  skills: z.array(z.string()).readonly(),
  languages: z.array(z.string()).readonly(),
  isPublic: z.boolean(),
});

export type BlueprintSkillRow = z.infer<typeof BlueprintSkillRow>;
const BlueprintSkillRow = row({ id: z.string(), name: z.string(), domainId: z.string(), domainName: z.string() });

/** A question version, as publishing freezes it. */
export type FrozenQuestionRow = z.infer<typeof FrozenQuestionRow>;
const FrozenQuestionRow = row({
  id: z.string(),
  versionId: id<QuestionVersionId>(),
  contentHash: z.string(),
  kind: z.string(),
  languages: z.array(z.string()).readonly(),
});

export type BankFilterRow = Omit<QuestionFilterRow, 'states'>;

const Stamp = row({ stamp: z.string() });
const Id = row({ id: z.string() });
const Count = row({ count: z.int() });
const FoundRow = row({ ...QUESTION_COLUMNS, total: z.int() });

const BANKS = '(b.organization_id is null or b.organization_id = $1)';

/** Current questions that organization `$1` may use in an assessment: of public banks and of its own. */
const USABLE = `question q
  join bank b on b.id = q.bank_id and b.use in ('assessment', 'both') and ${BANKS}
  join question_version v on v.id = q.current_version_id`;

/** The banks as an organization may use them in assessments. */
export class BlueprintRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Changes with every load of one of the banks, and with the banks. */
  async stampOf(organizationId: OrganizationId): Promise<string> {
    const sql = `select coalesce(md5(string_agg(concat_ws(' ', b.id, b.use, b.fingerprint), ',' order by b.id)), '') as stamp
      from bank b where ${BANKS}`;
    return (await getRow(this.manager, Stamp, sql, [organizationId])).stamp;
  }

  listQuestions(organizationId: OrganizationId): Promise<BlueprintQuestionRow[]> {
    const sql = `select q.id, v.title, v.kind, v.level, v.minutes, v.languages, b.organization_id is null as "isPublic",
        array(select vs.skill_id from question_version_skill vs where vs.question_version_id = v.id order by vs.position)
          as skills
      from ${USABLE} order by q.id`;
    return listRows(this.manager, BlueprintQuestionRow, sql, [organizationId]);
  }

  /** Questions of the same banks that are for practice only. */
  async listPracticeOnly(organizationId: OrganizationId): Promise<readonly string[]> {
    const sql = `select q.id from question q join bank b on b.id = q.bank_id and b.use = 'practice' and ${BANKS}
      where q.current_version_id is not null order by q.id`;
    return (await listRows(this.manager, Id, sql, [organizationId])).map(({ id }) => id);
  }

  /** The skills of the public taxonomy and of the organization's banks, in their order. */
  listSkills(organizationId: OrganizationId): Promise<BlueprintSkillRow[]> {
    const sql = `select k.id, k.name, k.domain_id as "domainId", k.domain_name as "domainName" from skill k
      where position('/' in k.id) = 0 or split_part(k.id, '/', 1) in (select b.id from bank b where b.organization_id = $1)
      order by position('/' in k.id) > 0, k.position, k.id`;
    return listRows(this.manager, BlueprintSkillRow, sql, [organizationId]);
  }

  /** By level, then title; at most `first` after the cursor, and the number of all that match: one scan finds both. */
  async search(
    organizationId: OrganizationId,
    filter: BankFilterRow,
    page: { readonly first: number; readonly after: readonly [number, string, string] | null },
  ): Promise<{ readonly rows: readonly QuestionRow[]; readonly total: number }> {
    const after = page.after ?? [null, null, null];
    const parameters = [organizationId, ...parametersOf(filter)];
    const found = await listRows(
      this.manager,
      FoundRow,
      `with found as materialized (select q.id, v.level, v.title from ${USABLE} where ${FILTER})
       select ${QUESTION}, (select count(*)::int from found) as total
       from (
         select id from found where $7::int is null or (level, title, id) > ($7::int, $8::text, $9::text)
         order by level, title, id limit $10
       ) page
       join question q on q.id = page.id
       join bank b on b.id = q.bank_id
       join question_version v on v.id = q.current_version_id
       order by v.level, v.title, q.id`,
      [...parameters, ...after, page.first],
    );
    const rows = found.map(({ total: _, ...question }) => question);
    if (found[0] || page.after === null) return { rows, total: found[0]?.total ?? 0 };
    const sql = `select count(*)::int as count from ${USABLE} where ${FILTER}`;
    return { rows, total: (await getRow(this.manager, Count, sql, parameters)).count };
  }

  /** The question; null if the organization may not use it. */
  find(organizationId: OrganizationId, questionId: string): Promise<QuestionRow | null> {
    const sql = `select ${QUESTION} from ${USABLE} where q.id = $2`;
    return findRow(this.manager, QuestionRow, sql, [organizationId, questionId]);
  }

  /** The current versions of these questions, locked against a load of their bank until the transaction ends. */
  freeze(organizationId: OrganizationId, questionIds: readonly string[]): Promise<FrozenQuestionRow[]> {
    const sql = `select q.id, v.id as "versionId", v.content_hash as "contentHash", v.kind, v.languages
      from ${USABLE} where q.id = any($2::text[]) order by q.id for share of q`;
    return listRows(this.manager, FrozenQuestionRow, sql, [organizationId, questionIds]);
  }

  /** The versions with what their preparation needs to know. */
  listVersions(versionIds: readonly string[]): Promise<FrozenQuestionRow[]> {
    const sql = `select v.question_id as id, v.id as "versionId", v.content_hash as "contentHash", v.kind, v.languages
      from question_version v where v.id = any($1::uuid[]) order by v.id`;
    return listRows(this.manager, FrozenQuestionRow, sql, [versionIds]);
  }
}

const FILTER = matching({ skills: 2, kinds: 3, levels: 4, words: 5, languages: 6 });

function parametersOf(filter: BankFilterRow): readonly unknown[] {
  const { skills, kinds, levels, languages } = filter;
  return [skills, kinds, levels, searchQueryOf({ ...filter, states: null }), languages];
}
