import { type QuestionBundle, toStorableJson, toStorableText } from '@holdout/bank';
import type { Job, JobReport, MaterializedData } from '@holdout/grading';
import type { Profile, ProfileReport } from '@holdout/sandbox';
import { Pool } from 'pg';
import { assertGraderRights } from './assert-grader-rights';
import { type JobRank, QUEUE_CHANNELS, RANKS } from './queue-names';
import { Listener } from './listener';
import { type Row, type SqlClient, pgSql } from './sql-client';

/** A lease of 12 s, renewed every 4 s; graders poll within 2 s, so the job of a dead grader is claimed within 15 s. */
export const LEASE = { seconds: 12, renewMs: 4000, pollMs: 2000 } as const;

export type ClaimedJob = {
  readonly jobId: string;
  readonly runId: string;
  readonly job: Job;
  /** Whether this is a system job, for which no person waits. */
  readonly isSystem: boolean;
  /** Whether this is the last try: then a failure of ours must be reported, or the job ends as failed. */
  readonly isLastTry: boolean;
};

export type StoredData = { readonly hash: string; readonly content: MaterializedData };
export type Part = 'public' | 'hidden';
export type GraderSelf = { readonly id: string; readonly host: string; readonly version: string };

export type ClaimOptions = {
  /** Skips jobs of later ranks, such as those of the system. */
  readonly lastRank?: JobRank;
  /** Skips the jobs of people who run one already, or have held a slot for long in the last minutes. */
  readonly lightOnly?: boolean;
};

type Options = { readonly url: string; readonly onError: (error: Error) => void };

/** The grader's side of the queue. Methods about a run return false if the run lost its job. */
export class QueueClient {
  private readonly pool: Pool;
  private readonly sql: SqlClient;
  private readonly listener: Listener;
  private readonly waiting = new Set<() => void>();
  /** Counts notifications, so that one between a claim and the wait is not missed. */
  private notices = 0;

  constructor({ url, onError }: Options) {
    this.pool = new Pool({ connectionString: url, max: 4, keepAlive: true });
    this.pool.on('error', onError);
    this.sql = pgSql(this.pool);
    const onNotice = () => {
      this.notices += 1;
      this.waiting.forEach((wake) => wake());
    };
    this.listener = new Listener({ url, channels: [QUEUE_CHANNELS.job], onNotice, onError });
  }

  /** Connects; rejects a login whose rights are not exactly those of a grader. */
  async start(): Promise<void> {
    try {
      await this.sql.query('select');
    } catch (error) {
      throw new Error(
        `Cannot connect to the queue (GRADER_DATABASE_URL): ${error instanceof Error ? error.message : String(error)}`,
        {
          cause: error,
        },
      );
    }
    await assertGraderRights(this.sql);
    await this.listener.start();
  }

  /** Claims the next job for these profiles, or null. */
  async claim(
    grader: GraderSelf,
    profiles: readonly Profile[],
    { lastRank = 'system', lightOnly = false }: ClaimOptions = {},
  ): Promise<ClaimedJob | null> {
    const values = [grader.id, profiles, LEASE.seconds, RANKS[lastRank], lightOnly];
    const [row] = await this.sql.query('select * from grading.claim($1, $2, $3, $4, $5)', values);
    if (!row) return null;
    const { job_id, run_id, payload, rank, is_last_try } = row as ClaimedRow;
    return { jobId: job_id, runId: run_id, job: payload, isSystem: rank === RANKS.system, isLastTry: is_last_try };
  }

  heartbeat(runId: string): Promise<boolean> {
    return this.ask('select grading.heartbeat($1, $2) as ok', [runId, LEASE.seconds]);
  }

  /** Hands in the report. The time is charged to the person, unless the report is about a failure of ours. */
  complete(runId: string, report: JobReport, isCharged = true): Promise<boolean> {
    return this.ask('select grading.complete($1, $2, $3) as ok', [runId, toStorableJson(report), isCharged]);
  }

  /** Ends the job as failed, when a retry cannot fix the failure. */
  fail(runId: string, reason: string): Promise<boolean> {
    return this.ask('select grading.fail($1, $2) as ok', [runId, toStorableText(reason)]);
  }

  /** Gives the job back for a retry with a delay; after the last try it ends as failed. */
  giveBack(runId: string, reason: string): Promise<boolean> {
    return this.ask('select grading.give_back($1, $2) as ok', [runId, toStorableText(reason)]);
  }

  /** Gives the job back at once without counting the try, because this grader stops. */
  release(runId: string): Promise<boolean> {
    return this.ask('select grading.release($1) as ok', [runId]);
  }

  async findBundle(hash: string): Promise<QuestionBundle | null> {
    const [row] = await this.sql.query('select grading.get_bundle($1) as content', [hash]);
    return (row?.['content'] ?? null) as QuestionBundle | null;
  }

  async findData(bundleHash: string, scope: string, part: Part): Promise<StoredData | null> {
    const [row] = await this.sql.query('select * from grading.get_data($1, $2, $3)', [bundleHash, scope, part]);
    return (row ?? null) as StoredData | null;
  }

  /** Stores data; returns the hash of the stored data, which may be that of another run. Null if the run lost its job. */
  async putData(runId: string, part: Part, data: StoredData): Promise<string | null> {
    const put = 'select grading.put_data($1, $2, $3, $4) as hash';
    const [row] = await this.sql.query(put, [runId, part, data.hash, JSON.stringify(data.content)]);
    return (row?.['hash'] ?? null) as string | null;
  }

  async sayAlive(grader: GraderSelf, profiles: readonly ProfileReport[]): Promise<void> {
    const say = 'select grading.say_alive($1, $2, $3, $4)';
    await this.sql.query(say, [grader.id, grader.host, grader.version, JSON.stringify(profiles)]);
  }

  /** The number of notifications so far. Read it before claiming and pass it to `waitForJob`. */
  noticesSoFar(): number {
    return this.notices;
  }

  /** Resolves when there may be a job: on a notification after `seen`, after the polling interval, or on abort. */
  async waitForJob(seen: number, signal: AbortSignal): Promise<void> {
    if (this.notices > seen || signal.aborted) return;
    await new Promise<void>((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', wake);
        this.waiting.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, LEASE.pollMs);
      signal.addEventListener('abort', wake, { once: true });
      this.waiting.add(wake);
    });
  }

  async close(): Promise<void> {
    await this.listener.close();
    await this.pool.end();
  }

  private async ask(sql: string, values: readonly unknown[]): Promise<boolean> {
    const [row] = await this.sql.query(sql, [...values]);
    return row?.['ok'] === true;
  }
}

type ClaimedRow = Row & { job_id: string; run_id: string; payload: Job; rank: number; is_last_try: boolean };
