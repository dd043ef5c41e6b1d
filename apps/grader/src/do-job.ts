import type { CodeBundle, ModelBundle, NumericBundle, QuestionBundle } from '@holdout/bank';
import { hashOf } from '@holdout/bank';
import { sha256 } from '@holdout/bank-files';
import {
  type DrawVariantsJob,
  drawVariants,
  grade,
  type GradeJob,
  type GradingSandbox,
  type JobReport,
  materialize,
  type MaterializedData,
  MaterializeError,
  type MaterializeJob,
  type RunJob,
  runPublic,
  type Verdict,
} from '@holdout/grading';
import type { ClaimedJob, Part, QueueClient } from '@holdout/job-queue';
import type { Content } from './content';

export type Outcome =
  | { readonly kind: 'reported'; readonly report: JobReport }
  /** A failure of ours, so a retry may succeed. `report` is handed in if there is no retry left. */
  | { readonly kind: 'notGraded'; readonly reason: string; readonly report: JobReport | null }
  /** The author's mistake: a retry would fail in the same way. */
  | { readonly kind: 'impossible'; readonly reason: string };

export type Tools = {
  readonly content: Content;
  readonly sandbox: GradingSandbox;
  readonly queue: Pick<QueueClient, 'putData'>;
};

/** Does one job. Never rejects: a failure is an outcome. */
export async function doJob(claimed: ClaimedJob, tools: Tools, signal: AbortSignal): Promise<Outcome> {
  try {
    return await attempt(claimed, tools, signal);
  } catch (error) {
    if (error instanceof MaterializeError) return { kind: 'impossible', reason: error.message };
    return { kind: 'notGraded', reason: error instanceof Error ? error.message : String(error), report: null };
  }
}

function attempt({ runId, job }: ClaimedJob, tools: Tools, signal: AbortSignal): Promise<Outcome> {
  switch (job.kind) {
    case 'grade':
      return gradeSubmission(job, tools, signal);
    case 'run':
      return runSubmission(job, tools, signal);
    case 'materialize':
      return makeData(runId, job, tools, signal);
    case 'drawVariants':
      return draw(job, tools, signal);
  }
}

async function gradeSubmission(job: GradeJob, { content, sandbox }: Tools, signal: AbortSignal): Promise<Outcome> {
  const bundle = runnable(await content.getBundle(job.bundleHash));
  const data = await content.getData(job.bundleHash, job.scope, 'hidden');
  const report = await grade(job, { bundle, data: data.content, dataHash: data.hash }, sandbox, signal);
  return byVerdict(report.verdict, { kind: 'grade', report });
}

async function runSubmission(job: RunJob, { content, sandbox }: Tools, signal: AbortSignal): Promise<Outcome> {
  const bundle = runnable(await content.getBundle(job.bundleHash));
  const data = await content.getData(job.bundleHash, job.scope, 'public');
  const report = await runPublic(job, { bundle, data: data.content, dataHash: data.hash }, sandbox, signal);
  return byVerdict(report.verdict, { kind: 'run', report });
}

async function makeData(runId: string, job: MaterializeJob, tools: Tools, signal: AbortSignal): Promise<Outcome> {
  const bundle = runnable(await tools.content.getBundle(job.bundleHash));
  const { publicData, hiddenData } = await materialize(job, bundle, tools.sandbox, signal);
  const hiddenHash = await store(runId, 'hidden', hiddenData, tools);
  const publicHash = await store(runId, 'public', publicData, tools);
  return { kind: 'reported', report: { kind: 'materialize', publicHash, hiddenHash } };
}

async function store(runId: string, part: Part, content: MaterializedData, { queue }: Tools): Promise<string> {
  const hash = await queue.putData(runId, part, { hash: hashOf(content, sha256), content });
  if (hash === null) throw new Error('the job was leased to another grader');
  return hash;
}

async function draw(job: DrawVariantsJob, { content, sandbox }: Tools, signal: AbortSignal): Promise<Outcome> {
  const bundle = await content.getBundle(job.bundleHash);
  if (bundle.kind !== 'numeric') throw new Error(`${bundle.id} has no variants to draw`);
  const family: NumericBundle = bundle;
  const variants = await drawVariants(job, family, sandbox, signal);
  return { kind: 'reported', report: { kind: 'drawVariants', variants } };
}

function byVerdict(verdict: Verdict, report: JobReport): Outcome {
  if (verdict.kind === 'notGraded') return { kind: 'notGraded', reason: verdict.reason, report };
  return { kind: 'reported', report };
}

function runnable(bundle: QuestionBundle): CodeBundle | ModelBundle {
  if (bundle.kind === 'code' || bundle.kind === 'model') return bundle;
  throw new Error(`${bundle.id} has nothing to run`);
}
