import type { EntityManager, QueryDeepPartialEntity } from 'typeorm';
import { z } from 'zod';
import type { AttemptFacts, AttemptRules } from '@holdout/assessment';
import type { OrganizationId } from '../ids';
import { id, json, listRows, row } from '../rows';
import { SubmissionEntity, VerdictEntity } from './submission.entity';
import { RULES } from '../attempts/attempt-rows';
import { HELD, type Holder, type Holders, holderParameters, keyOf } from '../attempts/holder';

export type SubmissionToInsert = {
  readonly id: string;
  readonly clientId: string;
  readonly itemId: string;
  readonly purpose: 'run' | 'submit';
  readonly language: string;
  readonly source: string;
  readonly ownInput: string | null;
  readonly jobId: string;
  readonly sentAt: Date;
};

const StoredRow = row({
  id: id(),
  clientId: id(),
  itemId: id(),
  purpose: z.enum(['run', 'submit']),
  language: z.string(),
  source: z.string(),
  ownInput: z.string().nullable(),
  jobId: id(),
  sentAt: z.date(),
  versionId: id(),
  /** Null in practice. */
  organizationId: id<OrganizationId>().nullable(),
  verdictKind: z.string().nullable(),
  /** The grader's report; null until it arrives. */
  report: json(),
  gradedAt: z.date().nullable(),
  earned: z.number().nullable(),
  possible: z.number().nullable(),
  attemptPurpose: z.enum(['practice', 'assessment', 'preview', 'trial'] satisfies AttemptFacts['purpose'][]),
  form: z.enum(['single', 'quiz', 'assessment'] satisfies AttemptFacts['form'][]),
  assessmentVersionId: id().nullable(),
  rules: json<AttemptRules | null>(),
  endedAt: z.date().nullable(),
  releasedAt: z.date().nullable(),
});

/** A submission with the facts that `policyOf` of `@holdout/assessment` needs to decide what may be shown. */
export type SubmissionRow = Omit<StoredRow, 'attemptPurpose' | keyof AttemptFacts> &
  Pick<StoredRow, 'purpose'> & { readonly attempt: AttemptFacts };
type StoredRow = z.infer<typeof StoredRow>;

export type SentCode = z.infer<typeof SentCode>;
const SentAt = row({ sentAt: z.date() });
const SentCode = row({ itemId: id(), language: z.string(), source: z.string() });

const SUBMISSION = `s.id, s.client_id as "clientId", s.attempt_item_id as "itemId", s.purpose, s.language, s.source,
  s.own_input as "ownInput", s.job_id as "jobId", s.sent_at as "sentAt", i.question_version_id as "versionId",
  a.organization_id as "organizationId", d.kind as "verdictKind", d.report, d.graded_at as "gradedAt", c.earned, c.possible,
  a.purpose as "attemptPurpose", a.form, a.assessment_version_id as "assessmentVersionId",
  ${RULES} as rules, a.ended_at as "endedAt", a.released_at as "releasedAt"`;

const TABLES = `submission s
  join attempt_item i on i.id = s.attempt_item_id
  join attempt a on a.id = i.attempt_id
  left join verdict d on d.submission_id = s.id
  left join lateral (
    select earned, possible from score where submission_id = s.id order by scored_at desc, id desc limit 1) c on true`;

type RecentFilter = { readonly count: number; readonly isOfTrial: boolean; readonly versionId?: string | null };

/** Code sent for running or grading. All queries except the intake's filter by the holder of the attempt. */
export class SubmissionRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Serializes a holder's requests until the transaction ends, so that counting and inserting do not race. */
  async lockSending(holder: Holder): Promise<void> {
    await this.manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`sending ${keyOf(holder)}`]);
  }

  /** True if inserted; false if the item already has a submission with this client id. */
  async insertOnce(submission: SubmissionToInsert): Promise<boolean> {
    const { itemId: attemptItemId, ...columns } = submission;
    const insert = this.manager.createQueryBuilder().insert().into(SubmissionEntity);
    const entity = { ...columns, attemptItemId } as QueryDeepPartialEntity<SubmissionEntity>;
    const inserted = await insert.values(entity).orIgnore().returning('id').execute();
    return (inserted.raw as unknown[]).length === 1;
  }

  async findByClientId(itemId: string, clientId: string, holders: Holders): Promise<SubmissionRow | null> {
    return this.one(`s.attempt_item_id = $5 and s.client_id = $6`, [itemId, clientId], holders);
  }

  async find(id: string, holders: Holders): Promise<SubmissionRow | null> {
    return this.one(`s.id = $5`, [id], holders);
  }

  /** Submissions of one question, newest first, after the cursor. */
  list(
    questionId: string,
    holders: Holders,
    page: { readonly first: number; readonly after: string | null },
  ): Promise<SubmissionRow[]> {
    return this.read(
      `select ${SUBMISSION} from ${TABLES} join question_version v on v.id = i.question_version_id
       where ${HELD(1)} and a.purpose = 'practice' and v.question_id = $5 and s.purpose = 'submit'
         and ($6::uuid is null or (s.sent_at, s.id) < (
           select last.sent_at, last.id from submission last
           join attempt_item i on i.id = last.attempt_item_id join attempt a on a.id = i.attempt_id
           where last.id = $6 and ${HELD(1)}))
       order by s.sent_at desc, s.id desc limit $7`,
      [...holderParameters(holders), questionId, page.after, page.first],
    );
  }

  /** The newest submissions of each of these items, newest first, at most `most` of each. */
  listOfItems(itemIds: readonly string[], holders: Holders, most: number): Promise<SubmissionRow[]> {
    return this.read(
      `select ${SUBMISSION} from ${TABLES} where ${HELD(1)} and s.id in (
         select newest.id from unnest($5::uuid[]) item (id), lateral (
           select id from submission where attempt_item_id = item.id and purpose = 'submit'
           order by sent_at desc, id desc limit $6) newest)
       order by s.sent_at desc, s.id desc`,
      [...holderParameters(holders), itemIds, most],
    );
  }

  /** What was submitted in an attempt, newest first. No holder check: called only for members who may read the report. */
  listOfAttempt(attemptId: string): Promise<SubmissionRow[]> {
    return this.read(
      `select ${SUBMISSION} from ${TABLES} where i.attempt_id = $1 and s.purpose = 'submit'
       order by s.sent_at desc, s.id desc`,
      [attemptId],
    );
  }

  /** The last submitted code of each of these items. */
  listNewest(itemIds: readonly string[]): Promise<SentCode[]> {
    return listRows(
      this.manager,
      SentCode,
      `select distinct on (attempt_item_id) attempt_item_id as "itemId", language, source from submission
       where attempt_item_id = any($1::uuid[]) and purpose = 'submit' order by attempt_item_id, sent_at desc, id desc`,
      [itemIds],
    );
  }

  /**
   * Send times of the holder's latest `count` submissions of a purpose, newest first; with `versionId`, only those for this
   * version of a question. Those of trials are separate. Excludes `notGraded` ones.
   */
  async recentTimes(
    holder: Holder,
    purpose: 'run' | 'submit',
    { count, isOfTrial, versionId = null }: RecentFilter,
  ): Promise<Date[]> {
    const rows = await listRows(
      this.manager,
      SentAt,
      `select s.sent_at as "sentAt" from submission s
       join attempt_item i on i.id = s.attempt_item_id join attempt a on a.id = i.attempt_id
       left join verdict d on d.submission_id = s.id
       where ${HELD(1)} and s.purpose = $5 and d.kind is distinct from 'notGraded'
         and ($7::uuid is null or i.question_version_id = $7) and (a.purpose = 'trial') = $8
       order by s.sent_at desc limit $6`,
      [...holderParameters([holder]), purpose, count, versionId, isOfTrial],
    );
    return rows.map((row) => row.sentAt);
  }

  /** No holder check: called only by GradeIntake. */
  async findByJob(jobId: string): Promise<SubmissionRow | null> {
    const rows = await this.read(`select ${SUBMISSION} from ${TABLES} where s.job_id = $1`, [jobId]);
    return rows[0] ?? null;
  }

  /** False if the submission already has a verdict; the first one is kept. */
  async insertVerdict(verdict: {
    readonly id: string;
    readonly submissionId: string;
    readonly kind: string;
    readonly report: object;
    readonly graderVersion: string;
    readonly at: Date;
  }): Promise<boolean> {
    const { at: gradedAt, ...columns } = verdict;
    const insert = this.manager.createQueryBuilder().insert().into(VerdictEntity);
    const entity = { ...columns, gradedAt } as QueryDeepPartialEntity<VerdictEntity>;
    const inserted = await insert.values(entity).orIgnore().returning('id').execute();
    return (inserted.raw as unknown[]).length === 1;
  }

  private async one(where: string, parameters: readonly unknown[], holders: Holders): Promise<SubmissionRow | null> {
    const select = `select ${SUBMISSION} from ${TABLES} where ${HELD(1)} and ${where}`;
    const rows = await this.read(select, [...holderParameters(holders), ...parameters]);
    return rows[0] ?? null;
  }

  private async read(sql: string, parameters: readonly unknown[]): Promise<SubmissionRow[]> {
    const rows = await listRows(this.manager, StoredRow, sql, parameters);
    return rows.map(
      ({ attemptPurpose: purpose, form, assessmentVersionId, rules, endedAt, releasedAt, ...submission }) => ({
        ...submission,
        attempt: { purpose, form, assessmentVersionId, rules, endedAt, releasedAt },
      }),
    );
  }
}
