import { type AttemptShape, GraphQLClient, type ItemShape, makeScratchDatabase, Practiser } from '@holdout/testing';
import { API_TEMPLATE, startTestApi, type TestApi } from './test-api';

const CHOICE = 'choice.rare-event-accuracy';
const NUL = 'a\0b';

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi(await makeScratchDatabase(API_TEMPLATE), { environment: { HOLDOUT_BANKS: 'bank' } });
});
afterAll(() => api.stop());

const only = (attempt: AttemptShape): ItemShape => attempt.items[0] as ItemShape;
const failures = (): readonly string[] => api.logged.filter((line) => line.includes('request failed'));

test.each<[string, string, object]>([
  ['a slug', 'query ($slug: String!) { question(slug: $slug) { id } }', { slug: NUL }],
  [
    'a skill',
    'query ($filter: QuestionFilter) { questions(first: 1, filter: $filter) { totalCount } }',
    { filter: { skills: [NUL] } },
  ],
  [
    'a cursor',
    'query ($after: String) { questions(first: 1, after: $after) { totalCount } }',
    { after: Buffer.from(`1\n${NUL}\nx`).toString('base64url') },
  ],
  [
    'the e-mail of a sign-in',
    'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }',
    { input: { email: `${NUL}@example.org`, password: 'whatever it is' } },
  ],
  [
    'a skill of a quiz',
    'mutation ($input: StartQuizInput!) { startQuiz(input: $input) { __typename } }',
    { input: { skills: [NUL], count: 1 } },
  ],
])('a NUL in %s is BAD_INPUT and logs no failure', async (_what, query, variables) => {
  expect(await new GraphQLClient(api.url).refusal(query, variables)).toEqual(['BAD_INPUT']);
  expect(failures()).toEqual([]);
});

test('a report about an item with a malformed id is NOT_FOUND', async () => {
  const client = new Practiser(api.url);
  await client.startPractice(CHOICE);
  const input = { slug: CHOICE, itemId: 'no id', reason: 'WRONG', text: 'It is wrong.' };
  const report = 'mutation ($input: ReportQuestionInput!) { reportQuestion(input: $input) { __typename } }';
  expect(await client.refusal(report, { input })).toEqual(['NOT_FOUND']);
});

test('one revision id for two items is a CONFLICT, and nothing fails', async () => {
  const client = new Practiser(api.url);
  const [first, second] = [only(await client.startPractice(CHOICE)), only(await client.startPractice(CHOICE, true))];
  const id = crypto.randomUUID();
  await client.save(first.id, { choice: { picked: [] } }, { revisionId: id });
  await expect(client.save(second.id, { choice: { picked: [] } }, { revisionId: id })).rejects.toThrow('CONFLICT');
  expect(failures()).toEqual([]);
});

test('submitAttempt is NOT_FOUND for single-question practice and does not end it', async () => {
  const client = new Practiser(api.url);
  const attempt = await client.startPractice(CHOICE);
  await expect(client.submitAttempt(attempt.id)).rejects.toThrow('NOT_FOUND');
  expect(only(await client.attempt(attempt.id)).feedback).toBeNull();
});

test('starting attempts is rate-limited, but an open one can still be resumed', async () => {
  const client = new Practiser(api.url);
  await client.startPractice(CHOICE);
  await api.dataSource.query(`update rate_window set count = 300 where key like 'start:%'`);
  await expect(client.startPractice(CHOICE, true)).rejects.toThrow('RATE_LIMITED');
  await expect(client.startQuiz({ skills: [], count: 1, minutes: 10 })).rejects.toThrow('RATE_LIMITED');
  expect((await client.startPractice(CHOICE)).items).toHaveLength(1);
});

const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }';
const PASSWORD = 'never to be logged';

test.each<[string, string, object]>([
  ['a list for an e-mail', SIGN_IN, { input: { email: ['a@example.org'], password: PASSWORD } }],
  ['a number for an e-mail', SIGN_IN, { input: { email: 5, password: PASSWORD } }],
  ['an object for a password', SIGN_IN, { input: { email: 'a@example.org', password: { is: PASSWORD } } }],
  ['a field that does not exist', SIGN_IN, { input: { email: 'a@example.org', password: PASSWORD, x: PASSWORD } }],
  ['nothing for an input', SIGN_IN, {}],
  ['text for a number', 'query ($n: Int!) { questions(first: $n) { totalCount } }', { n: PASSWORD }],
  ['a number beyond Int', 'query ($n: Int!) { questions(first: $n) { totalCount } }', { n: 1e30 }],
  [
    'an unknown value of an enumeration',
    'query ($filter: QuestionFilter) { questions(first: 1, filter: $filter) { totalCount } }',
    { filter: { kinds: [PASSWORD] } },
  ],
])('%s is bad input with status 400, and its value is not logged', async (_what, query, variables) => {
  const client = new GraphQLClient(api.url);
  const { status, text } = await client.post(JSON.stringify({ query, variables }));
  expect([status, (JSON.parse(text) as Failures).errors.map(({ extensions }) => extensions.code)]).toEqual([
    400,
    ['BAD_INPUT'],
  ]);
  expect(failures()).toEqual([]);
  expect(api.logged.filter((line) => line.includes(PASSWORD))).toEqual([]);
});

type Failures = { readonly errors: readonly { readonly extensions: { readonly code: string } }[] };
