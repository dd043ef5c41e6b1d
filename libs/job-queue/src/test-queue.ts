import { randomUUID } from 'node:crypto';
import type { GradeJob, Job, JobReport } from '@holdout/grading';
import { Client, Pool } from 'pg';
import { JobQueue, migrateQueue, type NewJob, pgSql } from './index';

export const HASH = 'a'.repeat(64);
export const EVERYTHING = ['python', 'postgresql', 'javascript'];
export const A_REPORT: JobReport = { kind: 'drawVariants', variants: [] };

export const aGradeJob = (job: Partial<GradeJob> = {}): GradeJob => ({
  kind: 'grade',
  submissionId: randomUUID(),
  bundleHash: HASH,
  scope: 'practice',
  language: 'python',
  source: 'def f(): pass',
  ...job,
});

export type Claimed = { job_id: string; run_id: string; payload: Job; is_last_try: boolean };
type Adding = Partial<Pick<NewJob, 'person' | 'block' | 'rank' | 'waitsFor'>>;

/** Creates the schema of the queue in an empty database. */
export async function migrateTestQueue(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await migrateQueue(client);
  await client.end();
}

/** A queue in its own database, with both of its sides. */
export function makeTestQueue(database: { readonly url: string; drop(): Promise<void> }) {
  const pool = new Pool({ connectionString: database.url, max: 8 });
  const queue = new JobQueue(pgSql(pool));
  const ask = async (call: string, ...values: unknown[]): Promise<unknown> =>
    (await pool.query<{ answer: unknown }>(`select grading.${call} as answer`, values)).rows[0]?.answer;
  return {
    pool,
    queue,
    ask,
    clear: () => pool.query('truncate grading.job cascade'),
    add: async (
      job: Job = aGradeJob(),
      { person = 'ada', rank = 'account', ...rest }: Adding = {},
    ): Promise<string> => {
      const id = randomUUID();
      await queue.add(job, { id, person, rank, ...rest });
      return id;
    },
    claim: async (profiles = EVERYTHING, lastRank = 3, lightOnly = false): Promise<Claimed | null> => {
      const values = [randomUUID(), profiles, lastRank, lightOnly];
      const { rows } = await pool.query<Claimed>('select * from grading.claim($1, $2, 12, $3, $4)', values);
      return rows[0] ?? null;
    },
    complete: (run: Claimed | null) => ask('complete($1, $2)', run?.run_id, JSON.stringify(A_REPORT)),
    close: async (): Promise<void> => {
      await pool.end();
      await database.drop();
    },
  };
}

export type TestQueue = ReturnType<typeof makeTestQueue>;
