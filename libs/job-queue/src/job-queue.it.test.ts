import { randomUUID } from 'node:crypto';
import { makeScratchDatabase } from '@holdout/testing';
import { JobQueue, pgSql } from './index';
import { A_REPORT, aGradeJob, HASH, makeTestQueue, migrateTestQueue, type TestQueue } from './test-queue';

let testQueue: TestQueue;
let add: TestQueue['add'];
let ask: TestQueue['ask'];
let claim: TestQueue['claim'];
let complete: TestQueue['complete'];
let pool: TestQueue['pool'];
let queue: TestQueue['queue'];

beforeAll(async () => {
  testQueue = makeTestQueue(await makeScratchDatabase({ name: 'queue', migrate: migrateTestQueue }));
  ({ add, ask, claim, complete, pool, queue } = testQueue);
});
beforeEach(() => testQueue.clear());
afterAll(() => testQueue.close());

/** As after twelve seconds without a heartbeat. */
const letLeasesExpire = () => pool.query("update grading.job set leased_until = now() - interval '1 second'");
const letBackOffPass = () => pool.query('update grading.job set run_after = now()');

test('many graders that claim concurrently get every job, each once', async () => {
  await Promise.all(Array.from({ length: 20 }, (_, i) => add(aGradeJob(), { person: `person ${i % 3}` })));
  const claims = [];
  for (let round = 0; round < 4; round += 1)
    claims.push(...(await Promise.all(Array.from({ length: 8 }, () => claim()))));
  const taken = claims.filter((run) => run !== null).map((run) => run.job_id);
  expect(new Set(taken).size).toBe(taken.length);
  expect(taken).toHaveLength(20);
});

test('a job with an existing id is not added', async () => {
  const id = randomUUID();
  expect(await queue.add(aGradeJob(), { id, person: 'ada', rank: 'account' })).toBe(true);
  expect(await queue.add(aGradeJob(), { id, person: 'ada', rank: 'account' })).toBe(false);
});

test('a rollback of the transaction that added a job removes the job', async () => {
  const client = await pool.connect();
  await client.query('begin');
  await new JobQueue(pgSql(client)).add(aGradeJob(), { id: randomUUID(), person: 'ada', rank: 'account' });
  await client.query('rollback');
  client.release();
  expect(await claim()).toBeNull();
});

test('when a grader stops sending heartbeats, another gets its job, and the late report of the first is ignored', async () => {
  const id = await add();
  const first = await claim();
  expect(await claim()).toBeNull();
  await letLeasesExpire();
  const second = await claim();
  expect(second?.job_id).toBe(id);
  expect(await complete(first)).toBe(false);
  expect(await ask('heartbeat($1, 12)', first?.run_id)).toBe(false);
  expect(await complete(second)).toBe(true);
  expect(await complete(second)).toBe(false);
  expect(await queue.takeReports(10)).toHaveLength(1);
});

test('a heartbeat renews the lease', async () => {
  await add();
  const run = await claim();
  await letLeasesExpire();
  expect(await ask('heartbeat($1, 12)', run?.run_id)).toBe(true);
  expect(await claim()).toBeNull();
});

test('a job that kills every grader ends as failed after five tries, and can be retried', async () => {
  const id = await add();
  for (let tries = 0; tries < 5; tries += 1) {
    expect((await claim())?.is_last_try).toBe(tries === 4);
    await letLeasesExpire();
  }
  expect(await claim()).toBeNull();
  expect(await queue.jobsDeadAfterTries(10)).toMatchObject([{ jobId: id, job: { kind: 'grade' } }]);
  expect(await queue.retry(id)).toBe(false);
  expect(await queue.takeReports(10)).toMatchObject([{ jobId: id, end: { kind: 'failed' } }]);
  expect(await queue.retry(id)).toBe(true);
  expect((await claim())?.job_id).toBe(id);
  expect(await queue.jobsDeadAfterTries(10)).toEqual([]);
});

test('a job that is given back is retried with increasing delay, and after five tries ends as failed with the last reason', async () => {
  const id = await add();
  const waits = [];
  for (let tries = 0; tries < 5; tries += 1) {
    const run = await claim();
    expect(await ask('give_back($1, $2)', run?.run_id, `no box, time ${tries + 1}`)).toBe(true);
    expect(await claim()).toBeNull();
    const { rows } = await pool.query<{ wait: number }>(
      'select round(extract(epoch from run_after - now()))::int as wait from grading.job where ended_at is null',
    );
    waits.push(rows[0]?.wait);
    await letBackOffPass();
  }
  expect(waits).toEqual([2, 4, 8, 16, undefined]);
  const end = { kind: 'failed', reason: 'no box, time 5' };
  expect(await queue.takeReports(10)).toMatchObject([{ jobId: id, end }]);
});

test('a job released by a stopping grader keeps its position and loses no try', async () => {
  const id = await add();
  for (let round = 0; round < 7; round += 1) await ask('release($1)', (await claim())?.run_id);
  expect(await claim()).toMatchObject({ job_id: id, is_last_try: false });
});

test('many submissions of one person do not delay the submission of another', async () => {
  for (let i = 0; i < 10; i += 1) await add(aGradeJob(), { person: 'ada' });
  await claim();
  const other = await add(aGradeJob(), { person: 'bob' });
  expect(await queue.placeInQueue(other)).toBe(1);
  expect((await claim())?.job_id).toBe(other);
});

test('people alternate on a single grader too', async () => {
  const persons = new Map<string, string>();
  for (const person of ['ada', 'ada', 'ada', 'bob', 'bob', 'bob'])
    persons.set(await add(aGradeJob(), { person }), person);
  const order = [];
  for (let run = await claim(); run; run = await claim()) {
    order.push(persons.get(run.job_id));
    await complete(run);
  }
  expect(order).toEqual(['ada', 'bob', 'ada', 'bob', 'ada', 'bob']);
});

test('assessments go before practice, practice before guests, and the position in the queue agrees', async () => {
  const system = await add(aGradeJob(), { person: null, rank: 'system' });
  const guest = await add(aGradeJob(), { person: 'guest', rank: 'guest' });
  const account = await add(aGradeJob(), { person: 'ada', rank: 'account' });
  const attempt = await add(aGradeJob(), { person: 'bob', rank: 'attempt' });
  const order = [attempt, account, guest, system];
  expect(await Promise.all(order.map((id) => queue.placeInQueue(id)))).toEqual([1, 2, 3, 4]);
  expect([...(await queue.placesInQueue(order))].sort(([, a], [, b]) => Number(a) - Number(b))).toEqual(
    order.map((id, index) => [id, index + 1]),
  );
  for (const id of order) expect((await claim())?.job_id).toBe(id);
  expect(await queue.placeInQueue(attempt)).toBeNull();
});

test('a job that a person waits for goes before others of its kind, and its rank is never lowered', async () => {
  const [first, second] = [
    await add(aGradeJob(), { person: null, rank: 'system' }),
    await add(aGradeJob(), { person: null, rank: 'system' }),
  ];
  await queue.hasten(second, 'account');
  await queue.hasten(second, 'guest');
  expect([await queue.placeInQueue(second), await queue.placeInQueue(first)]).toEqual([1, 2]);
});

test('a grader gets only jobs that its profiles can run', async () => {
  const stored = { candidate: { languages: { sql: {} } } };
  await pool.query('insert into grading.bundle (hash, content) values ($1, $2)', [HASH, stored]);
  const seeds = { publicSeed: '1', hiddenSeed: '2' };
  const both = await add({ kind: 'materialize', bundleHash: HASH, scope: 'practice', ...seeds }, { person: null });
  const sql = await add(aGradeJob({ language: 'sql' }));
  const drawn = await add({ kind: 'drawVariants', bundleHash: HASH, seed: '0', count: 1 }, { person: null });
  expect(await claim(['python'])).toBeNull();
  expect((await claim(['javascript', 'python']))?.job_id).toBe(drawn);
  expect((await claim(['postgresql']))?.job_id).toBe(sql);
  expect((await claim(['python', 'postgresql']))?.job_id).toBe(both);
});

test('a report is taken once, and again after a rollback', async () => {
  await add();
  await complete(await claim());
  const client = await pool.connect();
  await client.query('begin');
  expect(await new JobQueue(pgSql(client)).takeReports(10)).toHaveLength(1);
  expect(await queue.takeReports(10)).toEqual([]);
  await client.query('rollback');
  client.release();
  expect(await queue.takeReports(10)).toMatchObject([{ person: 'ada', end: { kind: 'reported', report: A_REPORT } }]);
  expect(await queue.takeReports(10)).toEqual([]);
});
