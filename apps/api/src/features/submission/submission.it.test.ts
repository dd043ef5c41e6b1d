import { makeScratchDatabase, type AttemptShape, type ItemShape, Practiser } from '@holdout/testing';
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
  api = await startTestApi(scratch, { environment: { HOLDOUT_BANKS: 'bank' }, clock: { now: () => now } });
  grader = new TestGrader(scratch.url);
  await grader.sayAlive();
  await grader.prepareAll();
  await takeIn();
});
afterAll(async () => {
  await grader.close();
  await api.stop();
});
beforeEach(() => {
  // The health of the graders is cached for a second.
  now = new Date(now.getTime() + 2_000);
});

const takeIn = (): Promise<void> => api.app.get(GradeIntake).takeAll();

/** The submission once it is graded. Repeats, since the background intake may be processing the report. */
async function graded(client: Practiser, id: string): Promise<Record<string, unknown>> {
  for (;;) {
    await takeIn();
    const submission = await client.submission(id);
    if (submission['status'] === 'GRADED') return submission;
  }
}

const only = (attempt: AttemptShape): ItemShape => attempt.items[0] as ItemShape;

async function aCoder(): Promise<{ client: Practiser; item: ItemShape; groups: string[]; attemptId: string }> {
  const client = new Practiser(api.url);
  const attempt = await client.startPractice(CODE);
  const item = only(attempt);
  return { client, item, groups: item.content.groups.map(({ name }) => name), attemptId: attempt.id };
}

const idOf = (outcome: { readonly [field: string]: unknown }): string => (outcome['submission'] as { id: string }).id;

test('code that passes every group earns all points and unlocks the explanation', async () => {
  const { client, item, groups, attemptId } = await aCoder();
  const sent = await client.submitCode(item.id, SOURCE);
  expect(sent).toMatchObject({ submission: { status: 'QUEUED', placeInQueue: 1, verdict: null, groups: [] } });
  expect(only(await client.attempt(attemptId)).feedback).toBeNull();
  await grader.gradeNext({ kind: 'passed' }, groups);
  const ended = await graded(client, idOf(sent));
  const possible = item.content.groups.reduce((sum, { points }) => sum + points, 0);
  expect(ended).toMatchObject({ status: 'GRADED', verdict: { kind: 'PASSED' }, earned: possible, possible });
  const after = only(await client.attempt(attemptId));
  expect(after.feedback?.explanation).toMatch(/\w/);
  expect(after.question?.practiceState).toBe('DONE');
});

test('code that fails a group loses only its points, and its verdict gives the reason', async () => {
  const { client, item, groups } = await aCoder();
  const sent = await client.submitCode(item.id, SOURCE);
  await grader.gradeNext({ kind: 'wrongAnswer', hint: 'a number is off' }, groups);
  const ended = await graded(client, idOf(sent));
  expect(ended).toMatchObject({ verdict: { kind: 'WRONG_ANSWER', reason: 'a number is off' } });
  expect(ended['groups']).toHaveLength(groups.length);
  expect((ended['groups'] as object[])[0]).toMatchObject({ passed: 1, total: 2, verdict: { kind: 'WRONG_ANSWER' } });
  expect(ended['earned']).toBeLessThan(ended['possible'] as number);
});

test('a run shows the candidate’s own output and traceback', async () => {
  const { client, item } = await aCoder();
  const sent = await client.runCode(item.id, SOURCE, { ownInput: '[[1], [0.5]]' });
  expect((await grader.runNext()).ownInput).toBe('[[1], [0.5]]');
  const ran = await graded(client, idOf(sent));
  expect(ran).toMatchObject({
    purpose: 'RUN',
    cases: [{ stdout: 'hello\n', verdict: { traceback: 'Traceback: line 2' } }],
  });
});

test('submitting is idempotent by client id', async () => {
  const { client, item, groups } = await aCoder();
  const clientId = crypto.randomUUID();
  const sent = await Promise.all([0, 1, 2].map(() => client.submitCode(item.id, SOURCE, { clientId })));
  expect(new Set(sent.map(idOf)).size).toBe(1);
  await grader.gradeNext({ kind: 'passed' }, groups);
  await expect(grader.claimNext()).rejects.toThrow('No job waits');
  await takeIn();
});

test('a report processed concurrently gives one verdict and one score', async () => {
  const { client, item, groups } = await aCoder();
  const sent = await client.submitCode(item.id, SOURCE);
  await grader.gradeNext({ kind: 'passed' }, groups);
  await Promise.all([takeIn(), takeIn(), takeIn()]);
  await graded(client, idOf(sent));
  const [row] = await api.dataSource.query<{ scores: number; verdicts: number }[]>(
    `select (select count(*)::int from score where submission_id = $1) as scores,
       (select count(*)::int from verdict where submission_id = $1) as verdicts`,
    [idOf(sent)],
  );
  expect(row).toEqual({ scores: 1, verdicts: 1 });
});

test('a failed grading gives no score, and the internal reason is not shown', async () => {
  const { client, item, attemptId } = await aCoder();
  const sent = await client.submitCode(item.id, SOURCE);
  await grader.failNext('the box at /srv/secret-path broke');
  const ended = await graded(client, idOf(sent));
  expect(ended).toMatchObject({ status: 'GRADED', verdict: { kind: 'NOT_GRADED', reason: null }, earned: null });
  expect(JSON.stringify(ended)).not.toContain('secret-path');
  expect(only(await client.attempt(attemptId)).question?.practiceState).toBe('NEW');
});

test.each<[string, string, string]>([
  ['only whitespace', ' \n ', 'EMPTY'],
  ['more than 256 kB', `# ${'ä'.repeat(131_072)}`, 'TOO_LARGE'],
  ['a NUL byte', 'x = 1\0', 'NUL_BYTE'],
  ['a lone surrogate', 'x = "\ud800"', 'LONE_SURROGATE'],
])('a source of %s is refused with its reason', async (_what, source, reason) => {
  const { client, item } = await aCoder();
  expect(await client.submitCode(item.id, source)).toMatchObject({
    __typename: 'SourceRefusedProblem',
    sourceReason: reason,
  });
});

test('a language that the question has no tests for is refused', async () => {
  const { client, item } = await aCoder();
  expect(await client.submitCode(item.id, 'select 1', { language: 'SQL' })).toMatchObject({
    sourceReason: 'WRONG_LANGUAGE',
  });
});

test.each([
  ['that is an object', '{"a": 1}', 'MALFORMED'],
  ['that is not JSON', '[1', 'MALFORMED'],
  ['beyond the doubles', '[1e999]', 'TOO_LARGE'],
  ['with a reserved key', '[{"$": "secret"}]', 'RESERVED'],
  ['of 200 levels', `${'['.repeat(200)}${']'.repeat(200)}`, 'TOO_DEEP'],
])('own input %s is refused before it is queued', async (_what, ownInput, code) => {
  const { client, item } = await aCoder();
  expect(await client.runCode(item.id, SOURCE, { ownInput })).toMatchObject({ issues: [{ field: 'ownInput', code }] });
});

test('another person’s submission is not found, and sending to another person’s item is refused', async () => {
  const { client, item, groups } = await aCoder();
  const sent = await client.submitCode(item.id, SOURCE);
  const { client: other } = await aCoder();
  const query = 'query ($id: ID!) { submission(id: $id) { id } }';
  expect(await other.refusal(query, { id: idOf(sent) })).toEqual(['NOT_FOUND']);
  const mutation = 'mutation ($input: SubmitCodeInput!) { submitCode(input: $input) { __typename } }';
  const input = { clientId: crypto.randomUUID(), itemId: item.id, language: 'PYTHON', source: SOURCE };
  expect(await other.refusal(mutation, { input })).toEqual(['NOT_FOUND']);
  await grader.gradeNext({ kind: 'passed' }, groups);
  await takeIn();
});

test('submissions are rate-limited, and those not graded do not count', async () => {
  const { client, item, groups } = await aCoder();
  const lost = await client.submitCode(item.id, SOURCE);
  await grader.failNext('broken');
  await graded(client, idOf(lost));
  for (let sent = 0; sent < 20; sent++) {
    await client.submitCode(item.id, `${SOURCE}# ${sent}`);
    await grader.gradeNext({ kind: 'passed' }, groups);
  }
  await takeIn();
  const refused = await client.submitCode(item.id, SOURCE);
  expect(refused).toMatchObject({ __typename: 'TooManySubmissionsProblem' });
  expect(new Date(refused['nextAt'] as string).getTime()).toBeGreaterThan(now.getTime());
});

test('without a grader that has a sandbox, nothing is queued and the reason is reported', async () => {
  const { client, item } = await aCoder();
  try {
    await grader.sayAlive(false);
    now = new Date(now.getTime() + 2_000);
    expect(await client.submitCode(item.id, SOURCE)).toMatchObject({ gradingReason: 'NO_SANDBOX' });
    await expect(grader.claimNext()).rejects.toThrow('No job waits');
  } finally {
    await grader.sayAlive();
  }
});

test('the languages and packages of the installation come from its graders', async () => {
  const { installation } = await new Practiser(api.url).ask<{ installation: { runtimes: object[] } }>(
    '{ installation { runtimes { runtime language isUsable reason versions { name version documentationUrl } } } }',
  );
  expect(installation.runtimes).toContainEqual({
    runtime: 'PYTHON',
    language: 'PYTHON',
    isUsable: true,
    reason: null,
    versions: [
      { name: 'python', version: '3.11.2', documentationUrl: 'https://docs.python.org/3.11/' },
      { name: 'pandas', version: '1.5.3', documentationUrl: 'https://pandas.pydata.org/pandas-docs/version/1.5.3/' },
    ],
  });
});

test('deleting a person’s data removes their code from the queue and from submissions', async () => {
  const { client, item, groups } = await aCoder();
  const secret = `# my own words ${crypto.randomUUID()}`;
  const sent = await client.submitCode(item.id, secret);
  await grader.gradeNext({ kind: 'passed' }, groups);
  await graded(client, idOf(sent));
  await client.submitCode(item.id, `${secret} waits`);
  const places = async (): Promise<number> => {
    const [row] = await api.dataSource.query<{ found: number }[]>(
      `select (select count(*) from grading.job where payload::text like $1)::int
         + (select count(*) from submission where source like $1)::int as found`,
      [`%${secret}%`],
    );
    return row?.found ?? 0;
  };
  expect(await places()).toBe(4);
  await client.ask('mutation { deleteMyData(input: { password: "" }) { __typename } }');
  expect(await places()).toBe(0);
  await expect(grader.claimNext()).rejects.toThrow('No job waits');
});

test('an item lists its submissions, newest first, without runs', async () => {
  const { client, item, attemptId } = await aCoder();
  const first = idOf(await client.submitCode(item.id, SOURCE));
  await client.runCode(item.id, SOURCE);
  now = new Date(now.getTime() + 1000);
  const second = idOf(await client.submitCode(item.id, `${SOURCE}# again`));
  const query = 'query ($id: ID!) { attempt(id: $id) { items { submissions { id source verdict { kind } } } } }';
  const { attempt } = await client.ask<{ attempt: { items: { submissions: object[] }[] } }>(query, { id: attemptId });
  expect(attempt.items[0]?.submissions).toMatchObject([{ id: second }, { id: first, source: SOURCE, verdict: null }]);
});
