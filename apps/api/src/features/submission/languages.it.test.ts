import { GraphQLClient, makeScratchDatabase, Practiser } from '@holdout/testing';
import { API_TEMPLATE, startTestApi, type TestApi } from '../../test-api';
import { TestGrader } from '../../test-grader';

let api: TestApi;
let grader: TestGrader;
let client: GraphQLClient;

beforeAll(async () => {
  const scratch = await makeScratchDatabase(API_TEMPLATE);
  api = await startTestApi(scratch, { environment: { HOLDOUT_BANKS: 'bank', HOLDOUT_LANGUAGES: 'sql' } });
  grader = new TestGrader(scratch.url);
  await grader.sayAlive();
  client = new GraphQLClient(api.url);
});
afterAll(async () => {
  await grader.close();
  await api.stop();
});

test('a language that is switched off is reported as SWITCHED_OFF, even if the graders support it', async () => {
  const { installation } = await client.ask<{ installation: { runtimes: Record<string, unknown>[] } }>(
    '{ installation { runtimes { runtime isUsable reason missing } } }',
  );
  expect(installation.runtimes).toEqual([
    { runtime: 'PYTHON', ...OFF },
    { runtime: 'PYTHON_PLAIN', ...OFF },
    { runtime: 'POSTGRESQL', isUsable: true, reason: null, missing: [] },
    { runtime: 'SQLITE', isUsable: true, reason: null, missing: [] },
    { runtime: 'R', ...OFF },
    { runtime: 'JAVASCRIPT', ...OFF },
    { runtime: 'TYPESCRIPT', ...OFF },
  ]);
});

const OFF = { isUsable: false, reason: 'SWITCHED_OFF', missing: ['HOLDOUT_LANGUAGES does not list this language'] };

test('the catalogue lists the runtimes of each question, and can be filtered by language', async () => {
  const { questions } = await client.ask<{ questions: { edges: { node: Record<string, unknown> }[] } }>(
    '{ questions(first: 100, filter: { languages: [SQL] }) { edges { node { slug languages runtimes } } } }',
  );
  const nodes = questions.edges.map(({ node }) => node);
  expect(nodes).toContainEqual({ slug: 'code.shipped-revenue', languages: ['SQL'], runtimes: ['POSTGRESQL'] });
  expect(nodes.every(({ languages }) => (languages as string[]).includes('SQL'))).toBe(true);
});

test('a submission in a language that is switched off is refused, and its cases are not queued', async () => {
  const practiser = new Practiser(api.url);
  const attempt = await practiser.startPractice('code.average-precision-ties');
  const outcome = await practiser.submitCode(attempt.items[0]?.id ?? '', 'x = 1');
  expect(outcome).toMatchObject({ __typename: 'GradingUnavailableProblem', gradingReason: 'SWITCHED_OFF' });
  const [row] = await api.dataSource.query<{ made: number; offered: number }[]>(
    `select (select count(*)::int from grading.job where kind = 'materialize') as made,
       (select count(*)::int from question_version where 'sql' = any(languages)) as offered`,
  );
  expect(row?.made).toBe(row?.offered);
});
