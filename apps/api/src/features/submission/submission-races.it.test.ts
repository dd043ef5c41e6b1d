import type { JobReport } from '@holdout/grading';
import type { GuestId, Holder } from '@holdout/persistence';
import { type AttemptShape, type ItemShape, makeScratchDatabase, Practiser } from '@holdout/testing';
import { API_TEMPLATE, startTestApi, type TestApi } from '../../test-api';
import { TestGrader } from '../../test-grader';
import { untilSomeoneWaits } from '../../test-waiting';
import { GradeIntake } from './grade-intake';
import { SubmissionWatch } from './submission-watch';

const CODE = 'code.average-precision-ties';
const SOURCE = 'def average_precision(labels, scores):\n    return 1.0\n';

let api: TestApi;
let grader: TestGrader;

beforeAll(async () => {
  const scratch = await makeScratchDatabase(API_TEMPLATE);
  api = await startTestApi(scratch, { environment: { HOLDOUT_BANKS: 'bank' } });
  grader = new TestGrader(scratch.url);
  await grader.sayAlive();
  await grader.prepareAll();
  await takeIn();
});
afterAll(async () => {
  await grader.close();
  await api.stop();
});

const takeIn = (): Promise<void> => api.app.get(GradeIntake).takeAll();

async function aCoder(): Promise<{ client: Practiser; item: ItemShape; owner: Holder; groups: string[] }> {
  const client = new Practiser(api.url);
  const attempt: AttemptShape = await client.startPractice(CODE);
  const item = attempt.items[0] as ItemShape;
  const [row] = await api.dataSource.query<{ guestId: string }[]>(
    'select guest_id as "guestId" from attempt where id = $1',
    [attempt.id],
  );
  const owner = { kind: 'guest', guestId: (row?.guestId ?? '') as GuestId } as const;
  return { client, item, owner, groups: item.content.groups.map(({ name }) => name) };
}

const idOf = (outcome: { readonly [field: string]: unknown }): string => (outcome['submission'] as { id: string }).id;

async function graded(client: Practiser, id: string): Promise<Record<string, unknown>> {
  for (;;) {
    await takeIn();
    const submission = await client.submission(id);
    if (submission['status'] === 'GRADED') return submission;
  }
}

test('a report that cannot be stored becomes NOT_GRADED, and those after it are processed', async () => {
  const { client, item, groups } = await aCoder();
  const [first, second] = [await client.submitCode(item.id, SOURCE), await client.submitCode(item.id, SOURCE)];
  const broken = { kind: 'grade', report: { verdict: { kind: 'passed' }, groups: [] } } as unknown as JobReport;
  await grader.complete((await grader.claimNext()).runId, broken);
  await grader.gradeNext({ kind: 'passed' }, groups);
  expect(await graded(client, idOf(second))).toMatchObject({ verdict: { kind: 'PASSED' } });
  expect(await graded(client, idOf(first))).toMatchObject({ verdict: { kind: 'NOT_GRADED' }, earned: null });
});

test('concurrent submissions of one person do not exceed the rate limit', async () => {
  const { client, item } = await aCoder();
  const sent = await Promise.all(Array.from({ length: 30 }, () => client.submitCode(item.id, SOURCE)));
  expect(sent.filter(({ __typename }) => __typename === 'SubmitCodeSuccess')).toHaveLength(20);
  for (let count = 0; count < 20; count += 1) await grader.failNext('not of interest');
});

test('a watcher who unsubscribes while it waits is stopped at once', async () => {
  const { client, item, owner } = await aCoder();
  const sent = await client.submitCode(item.id, SOURCE);
  const changes = api.app.get(SubmissionWatch).changes(idOf(sent), [owner]);
  expect((await changes.next()).value).toMatchObject({ gradedAt: null });
  const next = changes.next();
  await changes.return();
  expect(await next).toEqual({ done: true, value: undefined });
});

test('another person’s submission id as a cursor gives the same page as an unknown id', async () => {
  const { client, item } = await aCoder();
  const other = await aCoder();
  await client.submitCode(item.id, SOURCE);
  const theirs = idOf(await other.client.submitCode(other.item.id, SOURCE));
  const query = `query ($slug: String!, $after: String) { submissions(slug: $slug, first: 5, after: $after) { edges { cursor } } }`;
  const pageAfter = (after: string): Promise<object> => client.ask(query, { slug: CODE, after });
  expect(await pageAfter(theirs)).toEqual(await pageAfter(crypto.randomUUID()));
});

test('a person can delete their data while a grader sends the report of their code', async () => {
  const { client, item } = await aCoder();
  const sent = await client.submitCode(item.id, SOURCE);
  const [submission] = await api.dataSource.query<{ jobId: string }[]>(
    'select job_id as "jobId" from submission where id = $1',
    [idOf(sent)],
  );
  const job = [submission?.jobId];
  const handingIn = api.dataSource.createQueryRunner();
  await handingIn.startTransaction();
  await handingIn.query('update grading.job set ended_at = now() where id = $1', job);
  await handingIn.query(`insert into grading.report (job_id, failure) values ($1, 'not of interest')`, job);
  const leaving = client.ask('mutation { deleteMyData(input: { password: "" }) { __typename } }');
  await untilSomeoneWaits(api.dataSource);
  await handingIn.commitTransaction();
  await handingIn.release();
  expect(await leaving).toEqual({ deleteMyData: { __typename: 'DeleteMyDataSuccess' } });
});

test('all guests of one address share a rate limit', async () => {
  const { client, item } = await aCoder();
  await client.submitCode(item.id, SOURCE);
  await api.dataSource.query(`update rate_window set count = 600 where key like 'code:%'`);
  const another = await aCoder();
  await expect(another.client.submitCode(another.item.id, SOURCE)).rejects.toThrow('RATE_LIMITED');
});
