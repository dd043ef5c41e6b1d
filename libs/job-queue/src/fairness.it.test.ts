import { randomUUID } from 'node:crypto';
import { makeScratchDatabase } from '@holdout/testing';
import type { JobRank } from './queue-names';
import { aGradeJob, EVERYTHING, makeTestQueue, migrateTestQueue, type TestQueue } from './test-queue';

let testQueue: TestQueue;
let add: TestQueue['add'];
let claim: TestQueue['claim'];
let complete: TestQueue['complete'];
let pool: TestQueue['pool'];
let queue: TestQueue['queue'];

beforeAll(async () => {
  testQueue = makeTestQueue(await makeScratchDatabase({ name: 'queue', migrate: migrateTestQueue }));
  ({ add, claim, complete, pool, queue } = testQueue);
});
beforeEach(() => testQueue.clear());
afterAll(() => testQueue.close());

/** Moves every stored moment back, which is what time does to them; the graders renew their leases meanwhile. */
const letTimePass = (seconds: number) =>
  pool.query(
    `update grading.job set created_at = created_at - make_interval(secs => $1),
       run_after = run_after - make_interval(secs => $1), claimed_at = claimed_at - make_interval(secs => $1),
       ended_at = ended_at - make_interval(secs => $1),
       leased_until = case when leased_until is null then null else now() + interval '1 hour' end`,
    [seconds],
  );

type Person = { readonly person: string; readonly block?: string; readonly rank: JobRank };
const guest = (person: string, block: string): Person => ({ person, block, rank: 'guest' });

/** Has someone use a slot for a time. */
async function use(person: Person, seconds: number): Promise<void> {
  await add(aGradeJob(), person);
  const run = await claim();
  await letTimePass(seconds);
  await complete(run);
}

test('a person with a running job comes after all waiting people, regardless of rank', async () => {
  await add(aGradeJob(), { person: 'ada', rank: 'attempt' });
  await claim();
  await add(aGradeJob(), { person: 'ada', rank: 'attempt' });
  const other = await add(aGradeJob(), guest('gus', 'home'));
  expect(await queue.placeInQueue(other)).toBe(1);
  expect((await claim())?.job_id).toBe(other);
  expect(await claim()).not.toBeNull();
});

test('the person with the least slot time goes first, even after more jobs', async () => {
  for (let n = 0; n < 4; n += 1) await use({ person: 'ada', rank: 'account' }, 2);
  await use({ person: 'bob', rank: 'account' }, 20);
  const bobs = await add(aGradeJob(), { person: 'bob' });
  const adas = await add(aGradeJob(), { person: 'ada' });
  expect([await queue.placeInQueue(adas), await queue.placeInQueue(bobs)]).toEqual([1, 2]);
  expect((await claim())?.job_id).toBe(adas);
});

test('an account that has used much comes after a guest that has not, until ten minutes have passed', async () => {
  const ada: Person = { person: 'ada', rank: 'account' };
  const gus = guest('gus', 'home');
  await use(ada, 31);
  await use(gus, 1);
  const [adas, guss] = [await add(aGradeJob(), ada), await add(aGradeJob(), gus)];
  expect([await queue.placeInQueue(guss), await queue.placeInQueue(adas)]).toEqual([1, 2]);
  await letTimePass(601);
  expect([await queue.placeInQueue(adas), await queue.placeInQueue(guss)]).toEqual([1, 2]);
});

test('guests of one address block count together', async () => {
  for (let n = 0; n < 4; n += 1) await use(guest(`mask ${n}`, 'farm'), 20);
  const mask = await add(aGradeJob(), guest('mask 5', 'farm'));
  const honest = await add(aGradeJob(), guest('gus', 'home'));
  expect([await queue.placeInQueue(honest), await queue.placeInQueue(mask)]).toEqual([1, 2]);
});

test('the slot for light jobs takes neither a second job of a person or block, nor those of heavy or system users', async () => {
  const lightly = () => claim(EVERYTHING, 3, true);
  await use({ person: 'heavy', rank: 'account' }, 31);
  await add(aGradeJob(), guest('first mask', 'farm'));
  await lightly();
  for (const person of [guest('first mask', 'farm'), guest('second mask', 'farm')]) await add(aGradeJob(), person);
  await add(aGradeJob(), { person: 'heavy', rank: 'account' });
  await add(aGradeJob(), { person: null, rank: 'system' });
  expect(await lightly()).toBeNull();
  const light = await add(aGradeJob(), guest('gus', 'home'));
  expect((await lightly())?.job_id).toBe(light);
});

test('a run that we failed to grade counts for nothing', async () => {
  for (const isCharged of [false, true]) {
    await testQueue.clear();
    await add(aGradeJob(), { person: 'ada' });
    const run = await claim();
    await letTimePass(9);
    await testQueue.ask('complete($1, $2, $3)', run?.run_id, '{}', isCharged);
    const [use] = await queue.recentUse('ada', null);
    expect(Math.floor(use?.seconds ?? NaN)).toBe(isCharged ? 9 : 1);
  }
});

/**
 * A grader with two slots, one for light jobs and one for light jobs of accounts, by an event-driven clock. Each of the others always has four jobs of
 * 20 s waiting. Returns how long each of the honest person's jobs of 1 s took, from sending to report.
 */
async function simulate(others: readonly Person[], honest: Person): Promise<readonly number[]> {
  const SLOTS = 2;
  const running: { ends: number; owner: Person; run: Awaited<ReturnType<typeof claim>> }[] = [];
  const owners = new Map<string, Person>();
  const sent = new Map<string, number>();
  const took: number[] = [];
  let now = 0;
  const send = async (person: Person) => {
    const id = await add(aGradeJob(), person);
    owners.set(id, person);
    sent.set(id, now);
  };
  const fill = async () => {
    while (running.length <= SLOTS + 1) {
      const run = await claim(EVERYTHING, running.length > SLOTS ? 1 : 3, running.length >= SLOTS);
      if (run === null) return;
      const owner = owners.get(run.job_id) ?? honest;
      running.push({ ends: now + (owner === honest ? 1 : 20), owner, run });
    }
  };
  const moveTo = async (moment: number) => {
    await letTimePass(moment - now);
    now = moment;
  };
  const finish = async (upTo: number) => {
    for (;;) {
      const [next] = running.sort((a, b) => a.ends - b.ends);
      if (next === undefined || next.ends > upTo) return;
      await moveTo(next.ends);
      running.shift();
      await complete(next.run);
      if (next.owner === honest) took.push(now - (sent.get(next.run?.job_id ?? '') ?? NaN));
      else await send(next.owner);
      await fill();
    }
  };
  for (const other of others) for (let n = 0; n < 4; n += 1) await send(other);
  await fill();
  for (let n = 1; n <= 20; n += 1) {
    await finish(n * 27);
    await moveTo(n * 27);
    await send(honest);
    await fill();
  }
  await finish(now + 100);
  return took.sort((a, b) => a - b);
}

const p95 = (took: readonly number[]): number => took[Math.ceil(0.95 * took.length) - 1] ?? NaN;

test('while sleepers keep the queue full, an honest person waits no more than three times as long as alone', async () => {
  const honest = guest('honest', 'home');
  const [quiet] = await simulate([], honest);
  expect(quiet).toBe(1);
  await testQueue.clear();
  const farm = Array.from({ length: 6 }, (_, n) => guest(`${n} ${randomUUID()}`, 'farm'));
  const took = await simulate([...farm, { person: 'mallory', rank: 'account' }, guest('lone', 'other')], honest);
  expect(took).toHaveLength(20);
  expect(p95(took)).toBeLessThanOrEqual(3);
});

test('an account does not wait for guests of as many networks as there are', async () => {
  const many = Array.from({ length: 20 }, (_, n) => guest(`${n} ${randomUUID()}`, `network ${n}`));
  const took = await simulate(many, { person: 'honest', rank: 'account' });
  expect(took).toHaveLength(20);
  expect(p95(took)).toBeLessThanOrEqual(3);
});

test('an account does not wait for accounts of one network as many as there are', async () => {
  const many = Array.from({ length: 20 }, (_, n): Person => ({
    person: `${n}`,
    block: 'accounts of farm',
    rank: 'account',
  }));
  const took = await simulate(many, { person: 'honest', rank: 'account' });
  expect(took).toHaveLength(20);
  expect(p95(took)).toBeLessThanOrEqual(3);
});
