import { randomUUID } from 'node:crypto';
import type { MaterializeJob } from '@holdout/grading';
import { makeScratchDatabase, type ScratchDatabase } from '@holdout/testing';
import { Client } from 'pg';
import { JobQueue, migrateQueue, pgSql } from './index';

let database: ScratchDatabase;
let client: Client;
let queue: JobQueue;

beforeAll(async () => {
  database = await makeScratchDatabase();
  client = new Client({ connectionString: database.url });
  await client.connect();
  await migrateQueue(client);
  queue = new JobQueue(pgSql(client));
});

afterAll(async () => {
  await client.end();
  await database.drop();
});

const hashOf = (digit: string) => digit.repeat(64);

async function ask<T>(sql: string, values: unknown[]): Promise<T | undefined> {
  return (await client.query<{ answer: T }>(sql, values)).rows[0]?.answer;
}

function put(run: string, part: string, hash: string, content: unknown): Promise<string | null | undefined> {
  return ask('select grading.put_data($1, $2, $3, $4) as answer', [run, part, hash, JSON.stringify(content)]);
}

async function claim(): Promise<string> {
  const profiles = ['python', 'postgresql', 'javascript'];
  const run = await ask<string>('select run_id as answer from grading.claim($1, $2, 12, 3)', [randomUUID(), profiles]);
  if (!run) throw new Error('there is no job');
  return run;
}

const aMaterializeJob = (bundleHash: string): MaterializeJob => ({
  kind: 'materialize',
  bundleHash,
  scope: 'practice',
  publicSeed: '1',
  hiddenSeed: '2',
});

async function runOfMaterializeJob(digit: string): Promise<string> {
  await client.query('insert into grading.bundle values ($1, $2) on conflict do nothing', [hashOf(digit), {}]);
  await queue.add(aMaterializeJob(hashOf(digit)), { id: randomUUID(), person: null, rank: 'system' });
  return claim();
}

test('data is stored once per version, scope and part, and a later run gets the hash of the stored data', async () => {
  const run = await runOfMaterializeJob('a');
  const again = await runOfMaterializeJob('a');
  expect(await put(run, 'public', hashOf('1'), { kind: 'calls', groups: [] })).toBe(hashOf('1'));
  expect(await put(again, 'public', hashOf('2'), { kind: 'calls', groups: ['other'] })).toBe(hashOf('1'));
  expect(await queue.publicData(hashOf('a'), 'practice')).toEqual({ kind: 'calls', groups: [] });
});

test('the API cannot read hidden data', async () => {
  const run = await runOfMaterializeJob('b');
  await put(run, 'hidden', hashOf('3'), { kind: 'calls', groups: [] });
  expect(await queue.publicData(hashOf('b'), 'practice')).toBeNull();
});

test('only a run that holds a materialize job can store data', async () => {
  const run = await runOfMaterializeJob('c');
  await client.query('select grading.fail($1, $2)', [run, 'the generator raised']);
  expect(await put(run, 'public', hashOf('4'), {})).toBeNull();
  const job = { kind: 'drawVariants', bundleHash: hashOf('c'), seed: '00', count: 1 } as const;
  await queue.add(job, { id: randomUUID(), person: null, rank: 'system' });
  expect(await put(await claim(), 'public', hashOf('4'), {})).toBeNull();
});

test('NUL and lone surrogates are kept in data, whose hash depends on them', async () => {
  const run = await runOfMaterializeJob('d');
  const content = { kind: 'calls', groups: [{ name: '\0\uD800', cases: [] }] };
  await put(run, 'public', hashOf('5'), content);
  expect(await queue.publicData(hashOf('d'), 'practice')).toEqual(content);
});

test.each(['bundle', 'data'])('a stored %s is never changed, not even by its owner', async (table) => {
  await runOfMaterializeJob('e');
  await expect(client.query(`update grading.${table} set content = '{}'`)).rejects.toThrow('insert-only');
  await expect(client.query(`delete from grading.${table}`)).rejects.toThrow('insert-only');
  await expect(client.query(`truncate grading.${table} cascade`)).rejects.toThrow('insert-only');
});

test('a second migration changes nothing, and a schema of a newer version is refused', async () => {
  await migrateQueue(client);
  await client.query('update grading.schema_version set version = 99');
  await expect(migrateQueue(client)).rejects.toThrow('version 99');
  await client.query('update grading.schema_version set version = 1');
});

test('health counts waiting and running jobs, and lists the graders with a heartbeat in the last 15 seconds', async () => {
  await client.query('truncate grading.job cascade');
  const say = "select grading.say_alive($1, 'box', '0.1.0', $2)";
  await client.query(say, [randomUUID(), '[{"profile":"python","usable":true}]']);
  const silent = randomUUID();
  await client.query(say, [silent, '[]']);
  await client.query("update grading.grader set heartbeat_at = now() - interval '16 seconds' where id = $1", [silent]);
  await runOfMaterializeJob('f');
  await queue.add(aMaterializeJob(hashOf('f')), { id: randomUUID(), person: null, rank: 'system' });
  expect(await queue.health()).toMatchObject({
    waiting: 1,
    running: 1,
    oldestWaitingSeconds: expect.any(Number) as number,
    graders: [{ host: 'box', version: '0.1.0', profiles: [{ profile: 'python', usable: true }] }],
  });
});
