import { type AttemptShape, makeScratchDatabase, Practiser } from '@holdout/testing';
import { API_TEMPLATE, type TestApi } from '../../test-api';
import { startPreparedApi } from '../../test-prepared-api';

const CATALOGUE = `query ($first: Int!) { questions(first: $first) { totalCount pageInfo { hasNextPage endCursor }
  edges { cursor node { id slug title kind level minutes languages practiceState skills { id name } } } } }`;
const ITEM = `id position isFlagged isAnswered question { id slug title practiceState skills { id } }
  content { ... on ChoiceContent { statement hints options { id text } } ... on NumericContent { statement unit }
    ... on CodeContent { statement groups { name } publicCases { input expected } tables { name } } }
  response { revision } feedback { explanation nextInSkill { slug } }`;
const ATTEMPT = `query ($id: ID!) { attempt(id: $id) { id endedAt score { earned skills { skill { id } } } items { ${ITEM} } } }`;
const HEAD = 'query ($slug: String!) { question(slug: $slug) { id title skills { id name } } }';
const OPEN = `mutation ($input: StartPracticeInput!) { startPractice(input: $input) {
  ... on StartPracticeSuccess { attempt { id items { ${ITEM} } } } } }`;

let api: TestApi;

beforeAll(async () => {
  api = await startPreparedApi(await makeScratchDatabase(API_TEMPLATE));
});
afterAll(() => api.stop());

/** Not counted: the intake, which polls for reports meanwhile, and when a session was last seen, written once a minute. */
const NOT_COUNTED = /take_reports|^(START TRANSACTION|COMMIT)|^UPDATE "session" SET .*"last_seen_at"/;

async function statementsOf(work: () => Promise<unknown>): Promise<readonly string[]> {
  const { statements } = await api.countStatements(work);
  return statements.filter((statement) => !NOT_COUNTED.test(statement));
}

async function aQuizOf(client: Practiser, count: number): Promise<string> {
  const { attempt } = await client.startQuiz({ skills: [], count, minutes: 30 });
  return (attempt as AttemptShape).id;
}

test.each([2, 12])('a catalogue page of %i questions takes six statements', async (first) => {
  const client = new Practiser(api.url);
  await client.startPractice('choice.rare-event-accuracy');
  // Session, limits of the read, page, total, practice states, skills.
  expect(await statementsOf(() => client.ask(CATALOGUE, { first }))).toHaveLength(6);
});

test.each([2, 5])('an open quiz of %i items takes five statements, and reads no key', async (count) => {
  const client = new Practiser(api.url);
  const id = await aQuizOf(client, count);
  expect(await statementsOf(() => client.ask(ATTEMPT, { id }))).toHaveLength(5);
  const { statements } = await api.countStatements(() => client.ask(ATTEMPT, { id }));
  expect(statements.filter((statement) => statement.includes('secret'))).toEqual([]);
});

test.each([2, 5])(
  'an ended quiz of %i items takes at most twelve statements, including explanations and next questions',
  async (count) => {
    const client = new Practiser(api.url);
    const id = await aQuizOf(client, count);
    await client.submitAttempt(id);
    expect((await statementsOf(() => client.ask(ATTEMPT, { id }))).length).toBeLessThanOrEqual(12);
  },
);

test.each([
  ['choice.rare-event-accuracy', 12],
  ['code.average-precision-ties', 13],
])('opening the page of %s again takes %i statements in its two requests', async (slug, count) => {
  const client = new Practiser(api.url);
  await client.startPractice(slug);
  const openPage = async (): Promise<void> => {
    await client.ask(HEAD, { slug });
    await client.ask(OPEN, { input: { slug } });
  };
  expect(await statementsOf(openPage)).toHaveLength(count);
});
