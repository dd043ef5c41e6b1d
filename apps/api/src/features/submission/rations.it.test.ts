import type { Verdict } from '@holdout/grading';
import { makeScratchDatabase, Practiser } from '@holdout/testing';
import { API_TEMPLATE, startTestApi, type TestApi } from '../../test-api';
import { TestGrader } from '../../test-grader';
import { GradeIntake } from './grade-intake';

const CODE = 'code.average-precision-ties';
const SOURCE = 'def average_precision(labels, scores):\n    return 1.0\n';

let api: TestApi;
let grader: TestGrader;
let now = new Date('2026-11-20T09:00:00.000Z');

beforeAll(async () => {
  const scratch = await makeScratchDatabase(API_TEMPLATE);
  const environment = { HOLDOUT_BANKS: 'bank', TRUST_PROXY: '1' };
  api = await startTestApi(scratch, { environment, clock: { now: () => now } });
  grader = new TestGrader(scratch.url);
  await grader.sayAlive();
  await grader.prepareAll();
  await api.app.get(GradeIntake).takeAll();
});
afterAll(async () => {
  await grader.close();
  await api.stop();
});
beforeEach(async () => {
  now = new Date(now.getTime() + 24 * 3_600_000);
  await api.dataSource.query('delete from grading.report');
  await api.dataSource.query('delete from grading.job where person is not null');
});

/** Grades the next submission, and waits until its verdict is stored. */
async function graded(verdict: Verdict): Promise<void> {
  const { submissionId } = await grader.gradeNext(verdict, ['ties']);
  const find = 'select from verdict where submission_id = $1';
  while ((await api.dataSource.query<object[]>(find, [submissionId])).length === 0)
    await api.app.get(GradeIntake).takeAll();
}

/** A new guest at a network address who sends code; the outcome of each sending. */
async function aCoderAt(address: string) {
  const client = new Practiser(api.url, { 'x-forwarded-for': address });
  const item = (await client.startPractice(CODE)).items[0];
  return { send: () => client.submitCode(item?.id ?? '', SOURCE) };
}

const letTimePass = (minutes: number) => (now = new Date(now.getTime() + minutes * 60_000));
const refusedBy = (limit: string) => ({ __typename: 'TooManySubmissionsProblem', limit });
const accepted = { __typename: 'SubmitCodeSuccess' };

test('a person’s submissions for one question are limited by the day', async () => {
  const coder = await aCoderAt('192.0.2.1');
  for (let sent = 0; sent < 60; sent += 1) {
    if (sent % 20 === 0) letTimePass(11);
    expect(await coder.send()).toMatchObject(accepted);
  }
  letTimePass(11);
  const refused = await coder.send();
  expect(refused).toMatchObject(refusedBy('QUESTION'));
  now = new Date(refused['nextAt'] as string);
  expect(await coder.send()).toMatchObject(accepted);
});

test('guests who drop their cookie count together, by IPv6 network and question', async () => {
  expect(await (await aCoderAt('2001:db8:1:2::1')).send()).toMatchObject(accepted);
  await api.dataSource.query(`update rate_window set count = 120 where key like 'submit:%'`);
  expect(await (await aCoderAt('2001:db8:1:2:ffff::9')).send()).toMatchObject(refusedBy('QUESTION'));
  expect(await (await aCoderAt('2001:db8:1:3::1')).send()).toMatchObject(accepted);
});

test('a submission that we failed to grade is not counted, neither for the guest nor for the network', async () => {
  const coder = await aCoderAt('198.51.100.7');
  const counted = () =>
    api.dataSource.query<object[]>(`select count from rate_window where key like 'submit:%' and window_start > $1`, [
      new Date(now.getTime() - 24 * 3_600_000),
    ]);
  expect(await coder.send()).toMatchObject(accepted);
  expect(await counted()).toEqual([{ count: 1 }]);
  await graded({ kind: 'notGraded', reason: 'the sandbox failed' });
  expect(await counted()).toEqual([{ count: 0 }]);
  expect(await coder.send()).toMatchObject(accepted);
  await graded({ kind: 'passed' });
  expect(await counted()).toEqual([{ count: 1 }]);
});

test('a refused submission is not counted for the network', async () => {
  expect(await (await aCoderAt('203.0.113.9')).send()).toMatchObject(accepted);
  await api.dataSource.query(`update rate_window set count = 120 where key like 'submit:%'`);
  expect(await (await aCoderAt('203.0.113.9')).send()).toMatchObject(refusedBy('QUESTION'));
  const [most] = await api.dataSource.query<object[]>(
    `select max(count)::int as count from rate_window where key like 'submit:%'`,
  );
  expect(most).toEqual({ count: 120 });
});

test('accounts whose address is not proven take turns by network, and are not refused for one another', async () => {
  const client = new Practiser(api.url, { 'x-forwarded-for': '203.0.113.20' });
  const person = { email: 'coder@example.org', password: 'the tide turns at nine', displayName: 'A coder' };
  await client.ask('mutation ($input: SignUpInput!) { signUp(input: $input) { __typename } }', { input: person });
  const item = (await client.startPractice(CODE)).items[0];
  const block = async () => {
    expect(await client.submitCode(item?.id ?? '', SOURCE)).toMatchObject(accepted);
    const [job] = await api.dataSource.query<{ block: string | null }[]>(
      'select block from grading.job where person is not null order by created_at desc limit 1',
    );
    return job?.block;
  };
  expect(await block()).toMatch(/^accounts of \S{10,}$/);
  const counted = await api.dataSource.query(`select from rate_window where key like 'submit:%accounts of%'`);
  expect(counted).toEqual([]);
  await api.dataSource.query(`update account_profile set proven_at = now() where email = $1`, [person.email]);
  expect(await block()).toBeNull();
});

test('time on the graders is limited, for a person and for the guests of a network', async () => {
  const sleeper = await aCoderAt('192.0.2.1');
  const neighbour = await aCoderAt('192.0.2.1');
  const elsewhere = await aCoderAt('192.0.2.2');
  const ended = async (seconds: number) => {
    await grader.gradeNext({ kind: 'passed' }, ['ties']);
    await api.dataSource.query('update grading.job set held_seconds = $1 where person is not null', [seconds]);
  };
  expect(await sleeper.send()).toMatchObject(accepted);
  await ended(301);
  const refused = await sleeper.send();
  expect(refused).toMatchObject(refusedBy('TIME'));
  const waitMs = new Date(refused['nextAt'] as string).getTime() - now.getTime();
  expect(waitMs).toBeGreaterThan(0);
  expect(waitMs).toBeLessThanOrEqual(600_000);
  expect(await neighbour.send()).toMatchObject(accepted);
  await ended(301);
  expect(await neighbour.send()).toMatchObject(refusedBy('TIME'));
  expect(await (await aCoderAt('192.0.2.1')).send()).toMatchObject(refusedBy('TIME'));
  expect(await elsewhere.send()).toMatchObject(accepted);
});
