import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type {
  AccountId,
  AssessmentId,
  AttemptId,
  CandidateId,
  InvitationId,
  OrganizationId,
  QuestionVersionId,
  SimilarityPairId,
  SimilarityRunId,
} from '../ids';
import { countChanged, findRow, id, listRows, row } from '../rows';

/** The newest comparison of an assessment. */
export type SimilarityRunRow = z.infer<typeof SimilarityRunRow>;
const SimilarityRunRow = row({
  id: id<SimilarityRunId>(),
  organizationId: id<OrganizationId>(),
  assessmentId: id<AssessmentId>(),
  startedAt: z.date(),
  progress: z.number(),
  doneAt: z.date().nullable(),
  failedAt: z.date().nullable(),
  /** Whether answers came in, or were deleted, after it had begun. */
  isOutdated: z.boolean(),
  pairCount: z.int(),
});

export type SimilarityQuestionRow = z.infer<typeof SimilarityQuestionRow>;
const SimilarityQuestionRow = row({
  questionVersionId: id<QuestionVersionId>(),
  title: z.string(),
  language: z.string(),
  programs: z.int(),
  compared: z.int(),
  pairs: z.int(),
  median: z.number().nullable(),
  line: z.number().nullable(),
});

const SIDE = {
  itemId: id(),
  organizationId: id<OrganizationId>(),
  attemptId: id<AttemptId>(),
  invitationId: id<InvitationId>().nullable(),
  candidateId: id<CandidateId>(),
  name: z.string().nullable(),
};
export type SimilarSide = z.infer<typeof SimilarSide>;
const SimilarSide = z.object(SIDE).readonly();

/** Two programs to look at, with who wrote them. */
export type SimilarPairRow = z.infer<typeof SimilarPairRow>;
const SimilarPairRow = row({
  id: id<SimilarityPairId>(),
  questionVersionId: id<QuestionVersionId>(),
  title: z.string(),
  language: z.string(),
  similarity: z.number(),
  longest: z.int(),
  above: z.number(),
  left: SimilarSide,
  right: SimilarSide,
});

export type ComparedQuestion = z.infer<typeof ComparedQuestion>;
const ComparedQuestion = row({
  questionVersionId: id<QuestionVersionId>(),
  language: z.string(),
  starter: z.string(),
  programs: z.int(),
});

const ProgramRow = row({ id: id(), author: id<CandidateId>(), source: z.string() });
const Source = row({ source: z.string() });
const Starter = row({ starter: z.string() });
const Waiting = row({ assessmentId: id<AssessmentId>(), organizationId: id<OrganizationId>() });

/** Items `i` of attempts `a` that candidates have ended, answered with a program, of the assessment $1. */
const PROGRAMS = `attempt_item i
  join attempt a on a.id = i.attempt_id and a.candidate_id is not null and a.ended_at is not null and a.erased_at is null
  join assessment_version av on av.id = a.assessment_version_id
  join candidate c on c.id = a.candidate_id
  join response r on r.attempt_item_id = i.id and r.answer ->> 'kind' = 'code' and r.answer ->> 'source' <> ''`;
const STARTER = `coalesce(v.candidate_part #>> array['languages', r.answer ->> 'language', 'starter'], '')`;

const side = (
  item: string,
): string => `(select json_build_object('itemId', i.id, 'organizationId', a.organization_id, 'attemptId', a.id,
    'invitationId', a.invitation_id, 'candidateId', a.candidate_id, 'name', who.name)
  from attempt_item i join attempt a on a.id = i.attempt_id
  left join candidate_profile who on who.candidate_id = a.candidate_id where i.id = ${item})`;
const PAIR = `p.id, p.question_version_id as "questionVersionId", v.title, p.language, p.similarity, p.longest, p.above,
  ${side('p.left_item_id')} as left, ${side('p.right_item_id')} as right`;
const PAIRS = `similarity_pair p join similarity_run run on run.id = p.run_id and run.done_at is not null
  join question_version v on v.id = p.question_version_id`;

export type PairCursor = { readonly similarity: number; readonly id: string };
export type NewPair = {
  readonly id: SimilarityPairId;
  readonly left: string;
  readonly right: string;
  readonly similarity: number;
  readonly longest: number;
  readonly above: number;
};
export type NewQuestion = {
  readonly questionVersionId: QuestionVersionId;
  readonly language: string;
  readonly programs: number;
  readonly compared: number;
  readonly typical: { readonly median: number; readonly line: number; readonly pairs: number } | null;
};

/** Comparisons of programs. Only the newest that is done is kept, and the one that runs. */
export class SimilarityRepository {
  constructor(private readonly manager: EntityManager) {}

  /** False if a comparison of the assessment runs. */
  async start(run: {
    readonly id: SimilarityRunId;
    readonly organizationId: OrganizationId;
    readonly assessmentId: AssessmentId;
    readonly startedBy: AccountId | null;
    readonly startedAt: Date;
  }): Promise<boolean> {
    const sql = `insert into similarity_run (id, organization_id, assessment_id, started_by, started_at)
      values ($1, $2, $3, $4, $5) on conflict (assessment_id) where done_at is null and failed_at is null do nothing
      returning id as source`;
    const values = [run.id, run.organizationId, run.assessmentId, run.startedBy, run.startedAt];
    return (await findRow(this.manager, Source, sql, values)) !== null;
  }

  /** The comparison that runs, else the newest one; null if there is none. */
  find(assessmentId: AssessmentId, which: 'newest' | 'done' = 'newest'): Promise<SimilarityRunRow | null> {
    const sql = `select run.id, run.organization_id as "organizationId", run.assessment_id as "assessmentId",
        run.started_at as "startedAt", run.progress, run.done_at as "doneAt", run.failed_at as "failedAt",
        exists (select from ${PROGRAMS}
          where av.assessment_id = $1 and greatest(a.ended_at, r.saved_at) > run.started_at) as "isOutdated",
        (select count(*)::int from similarity_pair p where p.run_id = run.id) as "pairCount"
      from similarity_run run where run.assessment_id = $1 and ($2 = 'newest' or run.done_at is not null)
      order by run.started_at desc limit 1`;
    return findRow(this.manager, SimilarityRunRow, sql, [assessmentId, which]);
  }

  findRunning(runId: SimilarityRunId): Promise<SimilarityRunRow | null> {
    const sql = `select id, organization_id as "organizationId", assessment_id as "assessmentId", started_at as "startedAt",
        progress, done_at as "doneAt", failed_at as "failedAt", false as "isOutdated", 0 as "pairCount"
      from similarity_run where id = $1 and done_at is null and failed_at is null`;
    return findRow(this.manager, SimilarityRunRow, sql, [runId]);
  }

  /** The questions that two or more candidates answered with a program, by language. */
  listCompared(assessmentId: AssessmentId): Promise<ComparedQuestion[]> {
    const sql = `select i.question_version_id as "questionVersionId", r.answer ->> 'language' as language,
        ${STARTER} as starter, count(*)::int as programs
      from ${PROGRAMS} join question_version v on v.id = i.question_version_id
      where av.assessment_id = $1 group by 1, 2, 3 having count(*) > 1 order by 1, 2`;
    return listRows(this.manager, ComparedQuestion, sql, [assessmentId]);
  }

  listPrograms(assessmentId: AssessmentId, { questionVersionId, language }: ComparedQuestion) {
    const sql = `select i.id, coalesce(c.merged_into, c.id) as author, r.answer ->> 'source' as source
      from ${PROGRAMS} where av.assessment_id = $1 and i.question_version_id = $2 and r.answer ->> 'language' = $3
      order by i.id`;
    return listRows(this.manager, ProgramRow, sql, [assessmentId, questionVersionId, language]);
  }

  /** False once the comparison has ended in another way. */
  async setProgress(runId: SimilarityRunId, progress: number): Promise<boolean> {
    const sql = 'update similarity_run set progress = $2 where id = $1 and done_at is null and failed_at is null';
    return (await countChanged(this.manager, sql, [runId, progress])) === 1;
  }

  async insert(runId: SimilarityRunId, question: NewQuestion, pairs: readonly NewPair[]): Promise<void> {
    const { questionVersionId, language, programs, compared, typical } = question;
    await this.manager.query(
      `insert into similarity_question (run_id, question_version_id, language, programs, compared, pairs, median, line)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [runId, questionVersionId, language, programs, compared, typical?.pairs ?? 0, typical?.median, typical?.line],
    );
    // An answer may have been erased since it was compared.
    await this.manager.query(
      `insert into similarity_pair (id, run_id, question_version_id, language, left_item_id, right_item_id, similarity,
         longest, above)
       select given.id, $1, $2, $3, given.left, given.right, given.similarity, given.longest, given.above
       from jsonb_to_recordset($4) as given (id uuid, "left" uuid, "right" uuid, similarity float8, longest int, above float8)
       where (select count(*) from attempt_item i join attempt a on a.id = i.attempt_id and a.erased_at is null
         where i.id in (given.left, given.right)) = 2`,
      [runId, questionVersionId, language, JSON.stringify(pairs)],
    );
  }

  /** Ends the comparison, and deletes those before it. */
  async finish(run: Pick<SimilarityRunRow, 'id' | 'assessmentId'>, now: Date): Promise<void> {
    await this.manager.query('update similarity_run set done_at = $2, progress = 1 where id = $1', [run.id, now]);
    await this.manager.query('delete from similarity_run where assessment_id = $1 and id <> $2', [
      run.assessmentId,
      run.id,
    ]);
  }

  async fail(runId: SimilarityRunId, now: Date): Promise<void> {
    const sql = 'update similarity_run set failed_at = $2 where id = $1 and done_at is null and failed_at is null';
    await this.manager.query(sql, [runId, now]);
  }

  listQuestions(runId: SimilarityRunId): Promise<SimilarityQuestionRow[]> {
    const sql = `select q.question_version_id as "questionVersionId", v.title, q.language, q.programs, q.compared, q.pairs,
        q.median, q.line
      from similarity_question q join question_version v on v.id = q.question_version_id
      where q.run_id = $1 order by v.title, q.language, v.id`;
    return listRows(this.manager, SimilarityQuestionRow, sql, [runId]);
  }

  /** The most alike first. */
  listPairs(
    runId: SimilarityRunId,
    { first, after }: { readonly first: number; readonly after: PairCursor | null },
  ): Promise<SimilarPairRow[]> {
    const sql = `select ${PAIR} from ${PAIRS}
      where p.run_id = $1 and ($3::float8 is null or (p.similarity, p.id) < ($3::float8, $4::uuid))
      order by p.similarity desc, p.id desc limit $2`;
    return listRows(this.manager, SimilarPairRow, sql, [runId, first, after?.similarity ?? null, after?.id ?? null]);
  }

  findPair(assessmentId: AssessmentId, pairId: SimilarityPairId): Promise<SimilarPairRow | null> {
    const sql = `select ${PAIR} from ${PAIRS} where run.assessment_id = $1 and p.id = $2`;
    return findRow(this.manager, SimilarPairRow, sql, [assessmentId, pairId]);
  }

  async getSource(itemId: string): Promise<string> {
    const sql = `select answer ->> 'source' as source from response where attempt_item_id = $1 and answer ->> 'kind' = 'code'`;
    return (await findRow(this.manager, Source, sql, [itemId]))?.source ?? '';
  }

  async getStarter(questionVersionId: QuestionVersionId, language: string): Promise<string> {
    const sql = `select coalesce(candidate_part #>> array['languages', $2, 'starter'], '') as starter
      from question_version where id = $1`;
    return (await findRow(this.manager, Starter, sql, [questionVersionId, language]))?.starter ?? '';
  }

  /** Assessments with programs of attempts that ended since the last comparison, the newest before `quietSince`. */
  listWaiting(quietSince: Date): Promise<z.infer<typeof Waiting>[]> {
    const sql = `with ended as (
        select av.assessment_id, av.organization_id, max(a.ended_at) as last from attempt a
        join assessment_version av on av.id = a.assessment_version_id
        where a.candidate_id is not null and a.erased_at is null and a.ended_at is not null
          and exists (select from attempt_item i join response r on r.attempt_item_id = i.id
            where i.attempt_id = a.id and r.answer ->> 'kind' = 'code')
        group by 1, 2 having count(*) > 1)
      select e.assessment_id as "assessmentId", e.organization_id as "organizationId" from ended e
      where e.last <= $1 and not exists (select from similarity_run run
        where run.assessment_id = e.assessment_id and run.started_at > e.last)`;
    return listRows(this.manager, Waiting, sql, [quietSince]);
  }
}
