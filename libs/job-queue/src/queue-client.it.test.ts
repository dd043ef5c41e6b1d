import { randomBytes, randomUUID } from 'node:crypto';
import { makeScratchDatabase, type ScratchDatabase } from '@holdout/testing';
import { Client } from 'pg';
import { grantGrader, JobQueue, migrateQueue, pgSql, QueueClient } from './index';

const LOGIN = `grader_${randomBytes(4).toString('hex')}`;
const GRADER = { id: randomUUID(), host: 'box', version: '0.1.0' };

let database: ScratchDatabase;
let owner: Client;
let queue: JobQueue;
let graders: QueueClient[];

beforeAll(async () => {
  database = await makeScratchDatabase();
  owner = new Client({ connectionString: database.url });
  await owner.connect();
  await migrateQueue(owner);
  await owner.query(`create role ${LOGIN} login password 'secret'`);
  await grantGrader(owner, LOGIN);
  queue = new JobQueue(pgSql(owner));
});

beforeEach(() => {
  graders = [];
});

afterEach(() => Promise.all(graders.map((grader) => grader.close())));

afterAll(async () => {
  await owner.query(`drop owned by ${LOGIN}; drop role ${LOGIN}`);
  await owner.end();
  await database.drop();
});

async function aGrader(onError: (error: Error) => void = () => undefined): Promise<QueueClient> {
  const url = new URL(database.url);
  [url.username, url.password] = [LOGIN, 'secret'];
  const client = new QueueClient({ url: url.href, onError });
  graders.push(client);
  await client.start();
  return client;
}

async function addJob(): Promise<string> {
  const id = randomUUID();
  const job = { kind: 'drawVariants', bundleHash: 'a'.repeat(64), seed: '0', count: 1 } as const;
  await queue.add(job, { id, person: null, rank: 'system' });
  return id;
}

test('a job travels from the API to a grader and its report back', async () => {
  const grader = await aGrader();
  const jobId = await addJob();
  const claimed = await grader.claim(GRADER, ['javascript']);
  expect(claimed).toMatchObject({ jobId, job: { kind: 'drawVariants', count: 1 }, isLastTry: false });
  const runId = claimed?.runId ?? '';
  expect(await grader.heartbeat(runId)).toBe(true);
  expect(await grader.complete(runId, { kind: 'drawVariants', variants: [] })).toBe(true);
  expect(await queue.takeReports(1)).toMatchObject([{ jobId, end: { kind: 'reported' } }]);
});

test('a new job wakes a waiting grader before its next poll', async () => {
  const grader = await aGrader();
  const waited = grader.waitForJob(grader.noticesSoFar(), new AbortController().signal);
  const from = performance.now();
  await addJob();
  await waited;
  expect(performance.now() - from).toBeLessThan(1500);
});

test('a notification between claiming and waiting is not missed', async () => {
  const grader = await aGrader();
  const seen = grader.noticesSoFar();
  const woken = grader.waitForJob(seen, new AbortController().signal);
  await addJob();
  await woken;
  const from = performance.now();
  await grader.waitForJob(seen, new AbortController().signal);
  expect(performance.now() - from).toBeLessThan(100);
});

test('a grader whose connections were terminated reconnects and continues', async () => {
  const errors: Error[] = [];
  const grader = await aGrader((error) => errors.push(error));
  const seen = grader.noticesSoFar();
  await owner.query('select pg_terminate_backend(pid) from pg_stat_activity where usename = $1', [LOGIN]);
  await grader.waitForJob(seen, new AbortController().signal);
  expect(grader.noticesSoFar()).toBeGreaterThan(seen);
  expect(errors.length).toBeGreaterThan(0);
  const jobId = await addJob();
  for (let run = await grader.claim(GRADER, ['javascript']); run?.jobId !== jobId;) {
    run = await grader.claim(GRADER, ['javascript']);
    expect(run).not.toBeNull();
  }
});

test('a reason or a report with characters that PostgreSQL refuses is stored in cleaned form', async () => {
  const grader = await aGrader();
  const jobId = await addJob();
  await owner.query('update grading.job set ended_at = now() where ended_at is null and id <> $1', [jobId]);
  const run = await grader.claim(GRADER, ['javascript']);
  expect(await grader.fail(run?.runId ?? '', 'a\0b\uD800')).toBe(true);
  expect(await queue.takeReports(1)).toMatchObject([{ end: { kind: 'failed', reason: 'a\uFFFDb\uFFFD' } }]);
});
