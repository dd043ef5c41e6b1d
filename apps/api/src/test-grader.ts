import { randomUUID } from 'node:crypto';
import type { NumericVariant } from '@holdout/bank';
import type { GradeJob, GradeReport, Job, JobReport, RunJob, Verdict } from '@holdout/grading';
import { GRADER_VERSION } from '@holdout/grading';
import { type ClaimedJob, QueueClient } from '@holdout/job-queue';
import { type ProfileReport, PROFILES } from '@holdout/sandbox';
import { Client } from 'pg';

/** 7.5 ± 0.05 is right; 90 is a known mistake. */
export const TEST_VARIANT: NumericVariant = {
  shown: { prev: 1, sens: 90, spec: 90 },
  answer: { value: 7.5, absTol: 0.05 },
  wrong: [{ value: 90, misconception: 'transposed-conditional' }],
};

/** A grader without a sandbox: the test decides the verdict of each submission. */
export class TestGrader {
  private readonly self = { id: randomUUID(), host: 'test', version: 'test' };
  private readonly queue: QueueClient;
  /** Connection errors. */
  readonly errors: Error[] = [];

  constructor(private readonly url: string) {
    this.queue = new QueueClient({ url, onError: (error) => this.errors.push(error) });
  }

  /** Sends a heartbeat with the sandbox profiles, which counts for an hour: a test may take longer than the usual 15 s. */
  async sayAlive(usable = true): Promise<void> {
    const reports = PROFILES.map((profile): ProfileReport => ({
      profile,
      usable,
      missing: usable ? [] : ['user namespaces are switched off'],
      isolation: [],
      versions: profile === 'python' ? { python: '3.11.2', pandas: '1.5.3' } : {},
    }));
    await this.queue.sayAlive(this.self, reports);
    const client = new Client({ connectionString: this.url });
    await client.connect();
    await client.query(`update grading.grader set heartbeat_at = now() + interval '1 hour' where id = $1`, [
      this.self.id,
    ]);
    await client.end();
  }

  /** Completes preparation jobs until the queue is empty. */
  async prepareAll(): Promise<void> {
    for (let claimed = await this.claim(); claimed; claimed = await this.claim()) {
      await this.prepare(claimed);
    }
  }

  /** Ends the next grade job with this verdict for its first group; the other groups pass. */
  async gradeNext(verdict: Verdict, groups: readonly string[]): Promise<GradeJob> {
    const claimed = await this.claimNext();
    const { job } = claimed;
    if (job.kind !== 'grade') throw new Error(`The next job has kind ${job.kind}.`);
    await this.queue.complete(claimed.runId, { kind: 'grade', report: reportOf(job, verdict, groups) });
    return job;
  }

  /** Ends the next run with one case that printed a line. */
  async runNext(): Promise<RunJob> {
    const { runId, job } = await this.claimNext();
    if (job.kind !== 'run') throw new Error(`The next job has kind ${job.kind}.`);
    const verdict: Verdict = { kind: 'crashed', error: 'ValueError', detail: 'Traceback: line 2', line: 2 };
    const usage = { cpuMs: 3, wallMs: 4, memoryBytes: 5 };
    const shown = {
      group: 'ties',
      input: 'f([1])',
      expected: '1',
      actual: null,
      stdout: 'hello\n',
      stderr: '',
      table: null,
    };
    const report = { graderVersion: GRADER_VERSION, verdict, cases: [{ ...usage, ...shown, verdict }], metric: null };
    await this.queue.complete(runId, { kind: 'run', report });
    return job;
  }

  /** Ends the next job without a report, as after all its tries. */
  async failNext(reason: string): Promise<void> {
    await this.queue.fail((await this.claimNext()).runId, reason);
  }

  async claimNext(): Promise<ClaimedJob> {
    const claimed = await this.claim();
    if (claimed === null) throw new Error('No job waits.');
    return claimed;
  }

  complete(runId: string, report: JobReport): Promise<boolean> {
    return this.queue.complete(runId, report);
  }

  close(): Promise<void> {
    return this.queue.close();
  }

  private claim(): Promise<ClaimedJob | null> {
    return this.queue.claim(this.self, PROFILES);
  }

  private async prepare({ runId, job }: ClaimedJob): Promise<void> {
    await this.queue.complete(runId, preparedFor(job));
  }
}

function preparedFor(job: Job): JobReport {
  switch (job.kind) {
    case 'drawVariants':
      return { kind: 'drawVariants', variants: [TEST_VARIANT] };
    case 'materialize':
      return { kind: 'materialize', publicHash: 'a'.repeat(64), hiddenHash: 'b'.repeat(64) };
    case 'grade':
    case 'run':
      throw new Error('A submission was sent before everything was prepared.');
  }
}

/** A report as a grader makes it. */
export function reportOf(job: GradeJob, first: Verdict, groups: readonly string[]): GradeReport {
  const usage = { cpuMs: 3, wallMs: 4, memoryBytes: 5 };
  return {
    graderVersion: GRADER_VERSION,
    bundleHash: job.bundleHash,
    dataHash: 'b'.repeat(64),
    verdict: first,
    groups: groups.map((name, index) => {
      const verdict: Verdict = index === 0 ? first : { kind: 'passed' };
      return { ...usage, name, verdict, passed: verdict.kind === 'passed' ? 2 : 1, total: 2 };
    }),
    metric: null,
  };
}
