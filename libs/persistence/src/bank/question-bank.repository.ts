import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { SCORES_SHOWN } from '../attempts/attempt-rows';
import { columnsOf, type Practiser } from '../attempts/holder';
import { findRow, getRow, id, listRows, row } from '../rows';
import { matching, type QuestionFilterRow, searchQueryOf } from './question-filter';
import { accountOf, VISIBLE } from './visible-questions';

/** The columns of `QUESTION`. */
export const QUESTION_COLUMNS = {
  id: z.string(),
  /** Its address: `<kind>.<slug>`, after `<bank>:` if the bank belongs to an organization. */
  slug: z.string(),
  versionId: id(),
  contentHash: z.string(),
  title: z.string(),
  subtitle: z.string().nullable(),
  kind: z.string(),
  level: z.int(),
  minutes: z.int(),
  licence: z.string(),
  sources: z.array(z.string()).readonly(),
  languages: z.array(z.string()).readonly(),
  /** What the question states about each of its languages, in the order of `languages`. */
  stated: z
    .array(row({ language: z.string(), packages: z.string().exactOptional(), dialect: z.string().exactOptional() }))
    .readonly(),
};

/** A question with its current version, without anything secret. */
export type QuestionRow = z.infer<typeof QuestionRow>;
export const QuestionRow = row(QUESTION_COLUMNS);
const NextQuestion = row({ ...QUESTION_COLUMNS, after: id() });

export type PracticeStateRow = z.infer<typeof PracticeStateRow>;
const PracticeStateRow = row({ questionId: z.string(), state: z.enum(['new', 'tried', 'done']) });

const Count = row({ count: z.int() });

/** The columns of `QuestionRow`, from the question `q` of bank `b` in version `v`. */
export const QUESTION = `q.id,
  case when b.organization_id is null then q.slug else b.id || ':' || q.slug end as slug, v.id as "versionId", v.content_hash as "contentHash", v.title, v.subtitle, v.kind, v.level, v.minutes,
  v.licence, v.sources, v.languages,
  (select coalesce(json_agg(json_strip_nulls(json_build_object('language', l.id,
       'packages', v.candidate_part #>> array['languages', l.id, 'packages'],
       'dialect', v.candidate_part #>> array['languages', l.id, 'dialect'])) order by l.position), '[]')
     from unnest(v.languages) with ordinality as l (id, position)) as stated`;

/** Expects `$1` account and `$2` guest. */
const STATE = `(select case when bool_or(s.earned >= s.possible) then 'done' when count(*) > 0 then 'tried' else 'new' end
  from attempt a
  join attempt_item i on i.attempt_id = a.id
  join question_version pv on pv.id = i.question_version_id
  join score s on s.attempt_item_id = i.id and s.state = 'answered'
  where (a.account_id = $1 or a.guest_id = $2) and a.purpose = 'practice' and ${SCORES_SHOWN} and pv.question_id = q.id)`;

const FILTER = `${matching({ skills: 3, kinds: 4, levels: 5, words: 7, languages: 8 })}
  and ($6::text[] is null or ${STATE} = any($6))`;

/** The banks as a person may see them: public banks, and as a member an organization's banks. */
export class QuestionBankRepository {
  constructor(private readonly manager: EntityManager) {}

  /** At most `first` questions after the cursor (level, title, id). Only the rows of the page are read in full. */
  list(
    filter: QuestionFilterRow,
    practiser: Practiser | null,
    page: { readonly first: number; readonly after: readonly [number, string, string] | null },
  ): Promise<QuestionRow[]> {
    const after = page.after ?? [null, null, null];
    return listRows(
      this.manager,
      QuestionRow,
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
      [...this.filterParameters(filter, practiser), ...after, page.first],
    );
  }

  async count(filter: QuestionFilterRow, practiser: Practiser | null): Promise<number> {
    const sql = `select count(*)::int as count from ${VISIBLE} where ${FILTER}`;
    return (await getRow(this.manager, Count, sql, this.filterParameters(filter, practiser))).count;
  }

  /** The question with this address; null if the person may not see it. */
  findBySlug(address: string, practiser: Practiser | null): Promise<QuestionRow | null> {
    const [slug, bankId = null] = address.split(':').reverse();
    return findRow(
      this.manager,
      QuestionRow,
      `select ${QUESTION} from ${VISIBLE}
       where q.slug = $2 and (b.organization_id is null) = ($3::text is null) and b.id = coalesce($3, b.id)
       order by b.id limit 1`,
      [accountOf(practiser), slug, bankId],
    );
  }

  /** By version, because an old attempt shows the title that its version had. */
  listByVersions(versionIds: readonly string[]): Promise<QuestionRow[]> {
    return listRows(
      this.manager,
      QuestionRow,
      `select ${QUESTION} from question_version v join question q on q.id = v.question_id join bank b on b.id = q.bank_id
       where v.id = any($1::uuid[])`,
      [versionIds],
    );
  }

  listPracticeStates(questionIds: readonly string[], practiser: Practiser): Promise<PracticeStateRow[]> {
    return listRows(
      this.manager,
      PracticeStateRow,
      `select q.id as "questionId", ${STATE} as state from question q where q.id = any($3::text[])`,
      [...practiserParameters(practiser), questionIds],
    );
  }

  /** For each version, an unsolved question that shares a skill with it, preferably of the same level or a higher one. */
  listNextInSkill(versionIds: readonly string[], practiser: Practiser): Promise<z.infer<typeof NextQuestion>[]> {
    return listRows(
      this.manager,
      NextQuestion,
      `select distinct on (own.id) own.id as after, ${QUESTION} from ${VISIBLE}
       join question_version_skill vs on vs.question_version_id = v.id
       join question_version_skill s on s.skill_id = vs.skill_id
       join question_version own on own.id = s.question_version_id
       where own.id = any($3::uuid[]) and q.id <> own.question_id and ${STATE} <> 'done'
       order by own.id, s.position, v.level < own.level, v.level, v.title`,
      [...practiserParameters(practiser), versionIds],
    );
  }

  private filterParameters(filter: QuestionFilterRow, practiser: Practiser | null): unknown[] {
    const { accountId, guestId } = columnsOf(practiser);
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

function practiserParameters(practiser: Practiser): readonly (string | null)[] {
  const { accountId, guestId } = columnsOf(practiser);
  return [accountId, guestId];
}
