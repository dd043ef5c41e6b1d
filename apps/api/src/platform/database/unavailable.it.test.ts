import {
  type CutLine,
  EXAMPLE_BANK,
  ExamplePractice,
  GraphQLClient,
  makeCutLine,
  makeScratchDatabase,
  writeBank,
} from '@holdout/testing';
import { API_TEMPLATE, startTestApi, type TestApi } from '../../test-api';
import { isUnavailable } from './unavailable';

let api: TestApi;
let line: CutLine;
let bank: Awaited<ReturnType<typeof writeBank>>;
const practice = new ExamplePractice(() => api.url);

beforeAll(async () => {
  bank = await writeBank(EXAMPLE_BANK);
  const scratch = await makeScratchDatabase(API_TEMPLATE);
  line = await makeCutLine(scratch.url);
  const environment = { HOLDOUT_BANKS: bank.directory };
  api = await startTestApi({ ...scratch, url: line.url }, { environment });
});
afterAll(async () => {
  await api.stop();
  line.close();
  await bank.drop();
});

const QUESTIONS = '{ questions(first: 1) { totalCount } }';
const SAVE = `mutation ($input: SaveResponseInput!) { saveResponse(input: $input) {
  __typename ... on SaveResponseSuccess { response { revision } } } }`;
const INTERNALS = /ECONN|terminated|postgres|select|127\.0\.0\.1/i;

async function withoutDatabase<T>(work: () => Promise<T>): Promise<T> {
  line.cut();
  try {
    return await work();
  } finally {
    line.join();
  }
}

test('while the database is away, every way in says that it may be tried again, and nothing of why', async () => {
  const { client } = await practice.open('text');
  const body = JSON.stringify({ query: QUESTIONS });
  const cookies = client.cookieHeader();
  const ways = {
    'a person': () => client.post(body),
    'a long text': () => client.post(JSON.stringify({ query: QUESTIONS, padding: 'x'.repeat(70_000) })),
    'a token': () => client.post(body, { cookie: '', authorization: `Bearer holdout_${'x'.repeat(43)}` }),
    'a file': async () => {
      const response = await fetch(`${api.url}/exports/my-candidate-data.json`, { headers: cookies });
      return { status: response.status, headers: response.headers, text: await response.text() };
    },
  };
  const answers = await withoutDatabase(() =>
    Promise.all(Object.entries(ways).map(async ([name, ask]) => ({ name, ...(await ask()) }))),
  );
  for (const { name, status, text } of answers) {
    expect({ name, status, isTold: text.includes('UNAVAILABLE') }).toEqual({ name, status: 503, isTold: true });
    expect(text).not.toMatch(INTERNALS);
  }
  expect(answers[0]?.headers.get('retry-after')).toBe('1');
});

test('a visitor without a session is told the same by what needs the database', async () => {
  const visitor = new GraphQLClient(api.url);
  expect(await withoutDatabase(() => visitor.refusal(QUESTIONS))).toEqual(['UNAVAILABLE']);
});

test('a save whose connection breaks before its answer comes is repeated, and stored once', async () => {
  const { client, item } = await practice.open('text');
  const input = { itemId: item.id, revisionId: crypto.randomUUID(), basedOn: 0, answer: { text: { text: 'kept' } } };
  line.cutAfter('insert into response_revision');
  expect(await client.refusal(SAVE, { input })).toEqual(['UNAVAILABLE']);
  expect(await client.refusal(SAVE, { input })).toEqual(['UNAVAILABLE']);
  line.join();
  const repeated = { saveResponse: { __typename: 'SaveResponseSuccess', response: { revision: 1 } } };
  expect(await client.ask(SAVE, { input })).toEqual(repeated);
  expect(await client.ask(SAVE, { input })).toEqual(repeated);
  const [{ n }] = await api.dataSource.query<[{ n: number }]>(
    'select count(*)::int as n from response_revision where attempt_item_id = $1',
    [item.id],
  );
  expect(n).toBe(1);
});

test('a transaction whose connection breaks between two statements ends in the same way', async () => {
  const errors: unknown[] = [];
  await api.dataSource
    .transaction(async (manager) => {
      const [{ pid }] = await manager.query<[{ pid: number }]>('select pg_backend_pid() as pid');
      await api.dataSource.query('select pg_terminate_backend($1)', [pid]);
      // The first one finds the connection broken, or taken away; the second one certainly taken away.
      for (const sql of ['select 1', 'select 2'])
        await manager.query(sql).catch((error: unknown) => errors.push(error));
    })
    .catch((error: unknown) => errors.push(error));
  expect(errors.length).toBeGreaterThanOrEqual(2);
  expect(errors.filter((error) => !isUnavailable(error))).toEqual([]);
});

test('it is logged as a state of the database, not as a failed request', async () => {
  const from = api.logged.length;
  await withoutDatabase(async () => await practice.open('text').catch(() => null));
  const lines = api.logged.slice(from).join('\n');
  expect(lines).toContain('the database is not available');
  expect(lines).not.toContain('request failed');
});
