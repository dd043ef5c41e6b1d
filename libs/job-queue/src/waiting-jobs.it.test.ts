import { randomUUID } from 'node:crypto';
import { makeScratchDatabase } from '@holdout/testing';
import { aGradeJob, EVERYTHING, makeTestQueue, migrateTestQueue, type TestQueue } from './test-queue';

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

test('a job that waits for another cannot be claimed until that one has ended, with success or not', async () => {
  for (const end of ['complete', 'fail'] as const) {
    const cases = await add(aGradeJob(), { person: null, rank: 'system' });
    const code = await add(aGradeJob(), { waitsFor: cases });
    expect([await queue.placeInQueue(code), await queue.placeInQueue(cases)]).toEqual(['heldUp', 1]);
    const making = await claim();
    expect(making?.job_id).toBe(cases);
    expect(await claim()).toBeNull();
    expect(await queue.placeInQueue(code)).toBe('heldUp');
    await (end === 'complete' ? complete(making) : ask('fail($1, $2)', making?.run_id, 'make() threw'));
    expect(await queue.placeInQueue(code)).toBe(1);
    expect((await claim())?.job_id).toBe(code);
  }
});

test('a job that waits for an unknown id can be claimed', async () => {
  const code = await add(aGradeJob(), { waitsFor: randomUUID() });
  expect((await claim())?.job_id).toBe(code);
});

test('graders are notified when a job ends that another waits for, and for no other', async () => {
  const listener = await pool.connect();
  const notices: string[] = [];
  listener.on('notification', ({ channel }) => notices.push(channel));
  await listener.query('listen grading_job');
  const [cases, other] = [
    await add(aGradeJob(), { person: null, rank: 'system' }),
    await add(aGradeJob(), { person: null, rank: 'system' }),
  ];
  await add(aGradeJob(), { waitsFor: cases });
  const [first, second] = [await claim(), await claim()];
  expect([first?.job_id, second?.job_id]).toEqual([cases, other]);
  await listener.query('select 1');
  const before = notices.length;
  await complete(second);
  await listener.query('select 1');
  expect(notices.length).toBe(before);
  await complete(first);
  await listener.query('select 1');
  expect(notices.length).toBe(before + 1);
  await listener.query('unlisten *');
  listener.release();
});

test('a grader can skip system jobs', async () => {
  const system = await add(aGradeJob(), { person: null, rank: 'system' });
  expect(await claim(EVERYTHING, 2)).toBeNull();
  const guest = await add(aGradeJob(), { person: 'guest', rank: 'guest' });
  expect((await claim(EVERYTHING, 2))?.job_id).toBe(guest);
  expect((await claim())?.job_id).toBe(system);
});
