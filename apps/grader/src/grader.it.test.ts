import { randomBytes, randomUUID } from 'node:crypto';
import { grantGrader, JobQueue, type JobRank, migrateQueue, pgSql, QueueClient } from '@holdout/job-queue';
import type { Profile } from '@holdout/sandbox';
import { makeScratchDatabase, type ScratchDatabase } from '@holdout/testing';
import { Client } from 'pg';
import { pino } from 'pino';
import type { Outcome } from './do-job';
import { Grader, type GraderOptions } from './grader';

const LOGIN = `grader_${randomBytes(4).toString('hex')}`;
const DONE: Outcome = { kind: 'reported', report: { kind: 'drawVariants', variants: [] } };

let database: ScratchDatabase;
let owner: Client;
let queue: JobQueue;
let stops: (() => Promise<void>)[];

beforeAll(async () => {
  database = await makeScratchDatabase();
  owner = new Client({ connectionString: database.url });
  await owner.connect();
  await migrateQueue(owner);
  await owner.query(`create role ${LOGIN} login password 'secret'`);
  await grantGrader(owner, LOGIN);
  queue = new JobQueue(pgSql(owner));
});

beforeEach(async () => {
  stops = [];
  await owner.query('truncate grading.job cascade');
});

afterEach(() => Promise.all(stops.map((stop) => stop())));

afterAll(async () => {
  await owner.query(`drop owned by ${LOGIN}; drop role ${LOGIN}`);
  await owner.end();
  await database.drop();
});

async function startGrader(
  work: GraderOptions['work'],
  usable: readonly Profile[] = ['javascript'],
): Promise<() => Promise<void>> {
  const url = new URL(database.url);
  [url.username, url.password] = [LOGIN, 'secret'];
  const client = new QueueClient({ url: url.href, onError: () => undefined });
  await client.start();
  const self = { id: randomUUID(), host: 'box', version: '0.1.0' };
  const stopping = new AbortController();
  const grader = new Grader({ self, queue: client, log: pino({ level: 'silent' }), slots: 2, work });
  const ended = grader.run(() => usable, stopping.signal);
  const stop = async () => {
    stopping.abort();
    await ended;
    await client.close();
  };
  stops.push(stop);
  return () => {
    stops = stops.filter((one) => one !== stop);
    return stop();
  };
}

async function addJob(rank: JobRank = 'account', person: string | null = null): Promise<string> {
  const id = randomUUID();
  const job = { kind: 'drawVariants', bundleHash: 'a'.repeat(64), seed: '0', count: 1 } as const;
  await queue.add(job, { id, person, rank });
  return id;
}

/** Polls until a condition that another process makes true holds. */
async function until<T>(look: () => Promise<T | null | undefined>): Promise<T> {
  for (;;) {
    const found = await look();
    if (found !== null && found !== undefined) return found;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const nextReport = () => until(async () => (await queue.takeReports(1))[0]);

async function jobRow(id: string): Promise<{ run_id: string | null; tries: number; last_failure: string | null }> {
  const { rows } = await owner.query('select run_id, tries, last_failure from grading.job where id = $1', [id]);
  return rows[0] as { run_id: string | null; tries: number; last_failure: string | null };
}

test('claims waiting jobs, as many at a time as it has slots, and hands in each report', async () => {
  const ids = [await addJob(), await addJob(), await addJob()];
  let atOnce = 0;
  let most = 0;
  await startGrader(async () => {
    atOnce += 1;
    most = Math.max(most, atOnce);
    await owner.query('select 1');
    atOnce -= 1;
    return DONE;
  });
  const taken = [await nextReport(), await nextReport(), await nextReport()];
  expect(taken.map(({ jobId }) => jobId).sort()).toEqual(ids.sort());
  expect(most).toBeLessThanOrEqual(2);
});

test('system jobs never take the last slot, so that a person’s job starts immediately', async () => {
  const making = [await addJob('system'), await addJob('system')];
  const begun: string[] = [];
  let finish: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (finish = resolve));
  await startGrader(async ({ jobId }) => {
    begun.push(jobId);
    if (making.includes(jobId)) await held;
    return DONE;
  });
  await until(() => Promise.resolve(begun[0]));
  const code = await addJob();
  expect((await nextReport()).jobId).toBe(code);
  expect(begun).toEqual([making[0], code]);
  finish();
  expect([(await nextReport()).jobId, (await nextReport()).jobId]).toEqual(making);
});

test('one more slot is for people without a running job, so that they do not wait for long programs of others', async () => {
  for (let n = 0; n < 4; n += 1) await addJob('account', 'sleeper');
  let wake: () => void = () => undefined;
  const sleep = new Promise<void>((resolve) => (wake = resolve));
  let asleep = 0;
  let honest = '';
  await startGrader(async ({ jobId }) => {
    if (jobId === honest) return DONE;
    asleep += 1;
    await sleep;
    return DONE;
  });
  await until(() => Promise.resolve(asleep === 2 || null));
  honest = await addJob('guest', 'honest');
  expect((await nextReport()).jobId).toBe(honest);
  expect(asleep).toBe(2);
  wake();
  for (let n = 0; n < 4; n += 1) await nextReport();
});

test('a report on hidden cases is sent at a rounded time, and occupies no slot until then', async () => {
  const bundleHash = 'a'.repeat(64);
  for (let n = 0; n < 4; n += 1) {
    const job = { kind: 'grade', submissionId: randomUUID(), bundleHash, scope: 'practice', source: '' } as const;
    await queue.add({ ...job, language: 'javascript' }, { id: randomUUID(), person: `person ${n}`, rank: 'account' });
  }
  let begun = 0;
  await startGrader(() => {
    begun += 1;
    return Promise.resolve(DONE);
  });
  await nextReport();
  expect(begun).toBeGreaterThan(1);
  for (let n = 1; n < 4; n += 1) await nextReport();
  const { rows } = await owner.query<{ least: number }>(
    `select min(extract(epoch from r.handed_in_at - j.claimed_at))::float8 as least
     from grading.report r join grading.job j on j.id = r.job_id`,
  );
  expect(rows[0]?.least).toBeGreaterThanOrEqual(0.1);
});

test('a failure of ours is given back for a retry, and only the last try reports it', async () => {
  const id = await addJob();
  const report = { kind: 'drawVariants', variants: [] } as const;
  await startGrader(() => Promise.resolve({ kind: 'notGraded', reason: 'no box', report }));
  await until(async () => (await jobRow(id)).last_failure);
  expect(await jobRow(id)).toEqual({ run_id: null, tries: 1, last_failure: 'no box' });
  await owner.query('update grading.job set tries = 4, run_after = now()');
  await owner.query('notify grading_job');
  expect(await nextReport()).toMatchObject({ jobId: id, end: { kind: 'reported', report } });
});

test('an error that a retry cannot fix ends the job immediately', async () => {
  await addJob();
  await startGrader(() => Promise.resolve({ kind: 'impossible', reason: 'make() returned no group "ties"' }));
  expect(await nextReport()).toMatchObject({ end: { kind: 'failed', reason: 'make() returned no group "ties"' } });
});

test('a grader that stops gives its job back, and hands in no aborted run', async () => {
  const id = await addJob();
  let began = false;
  const stop = await startGrader((_, signal) => {
    began = true;
    return new Promise((resolve) => signal.addEventListener('abort', () => resolve(DONE)));
  });
  await until(() => Promise.resolve(began || null));
  await stop();
  expect(await jobRow(id)).toMatchObject({ run_id: null, tries: 0 });
  expect(await queue.takeReports(1)).toEqual([]);
});

test('without a usable profile no job is claimed: another grader gets them all', async () => {
  let taken = 0;
  const idle = () => {
    taken += 1;
    return Promise.resolve(DONE);
  };
  await startGrader(idle, []);
  await addJob();
  await addJob();
  await startGrader(() => Promise.resolve(DONE));
  await nextReport();
  await nextReport();
  expect(taken).toBe(0);
});
