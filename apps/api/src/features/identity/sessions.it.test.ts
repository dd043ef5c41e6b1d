import { systemClock } from '@holdout/persistence';
import { GraphQLClient, makeScratchDatabase } from '@holdout/testing';
import { Administration } from '../../administration/administration';
import { API_TEMPLATE, startTestApi, type TestApi } from '../../test-api';

const PASSWORD = 'the tide turns at nine';
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }';
const SESSIONS = '{ sessions { id browser system lastSeenAt isThis } }';
const END =
  'mutation ($input: EndSessionsInput!) { endSessions(input: $input) { ... on EndSessionsSuccess { sessions { id isThis } } } }';
const VIEWER = '{ viewer { account { id } } }';

type Listed = { readonly sessions: readonly { id: string; isThis: boolean; lastSeenAt: string | null }[] };

let now = (): Date => new Date();
let api: TestApi;

beforeAll(async () => {
  api = await startTestApi(await makeScratchDatabase(API_TEMPLATE), { clock: { now: () => now() } });
});
afterEach(() => {
  now = () => new Date();
});
afterAll(() => api.stop());

let people = 0;

async function aPerson(): Promise<string> {
  const email = `person${(people += 1)}@example.org`;
  await new Administration(api.db, systemClock).createAccount({ email, password: PASSWORD, displayName: 'A person' });
  return email;
}

async function signedIn(email: string, userAgent = FIREFOX): Promise<GraphQLClient> {
  const client = new GraphQLClient(api.url, { 'user-agent': userAgent });
  await client.ask(SIGN_IN, { input: { email, password: PASSWORD } });
  return client;
}

const isSignedIn = async (client: GraphQLClient): Promise<boolean> =>
  (await client.ask<{ viewer: { account: object | null } }>(VIEWER)).viewer.account !== null;

test('a session shows the names of its browser and system, and nothing else of the device', async () => {
  const client = await signedIn(await aPerson());
  const { sessions } = await client.ask<Listed>(SESSIONS);
  expect(sessions).toMatchObject([{ browser: 'Firefox', system: 'Linux', isThis: true }]);
  const rows = await api.dataSource.query<object[]>('select * from session');
  expect(JSON.stringify(rows)).not.toMatch(/Gecko|127\.0\.0\.1/);
});

test('the sessions of others are not listed', async () => {
  const [first, second] = [await signedIn(await aPerson()), await signedIn(await aPerson())];
  const ids = async (client: GraphQLClient) => (await client.ask<Listed>(SESSIONS)).sessions.map(({ id }) => id);
  expect(await ids(first)).toHaveLength(1);
  expect(await ids(second)).not.toEqual(await ids(first));
});

test('the time it was last seen is written once a minute at most', async () => {
  const client = await signedIn(await aPerson());
  const start = new Date();
  const seenAfter = async (ms: number): Promise<string> => {
    now = () => new Date(start.getTime() + ms);
    return (await client.ask<Listed>(SESSIONS)).sessions[0]?.lastSeenAt ?? '';
  };
  expect(await seenAfter(0)).toBe(start.toISOString());
  expect(await seenAfter(59_000)).toBe(start.toISOString());
  expect(await seenAfter(61_000)).toBe(new Date(start.getTime() + 61_000).toISOString());
});

test('one session or all others can be ended; this one stays', async () => {
  const email = await aPerson();
  const [here, there, third] = [await signedIn(email), await signedIn(email), await signedIn(email)];
  const { sessions } = await there.ask<Listed>(SESSIONS);
  const id = sessions.find(({ isThis }) => isThis)?.id;
  await here.ask(END, { input: { id } });
  expect(await Promise.all([here, there, third].map(isSignedIn))).toEqual([true, false, true]);
  const left = await here.ask<{ endSessions: Listed }>(END, { input: {} });
  expect(left.endSessions.sessions).toMatchObject([{ isThis: true }]);
  expect(await Promise.all([here, third].map(isSignedIn))).toEqual([true, false]);
});

test('the id of a session of another person ends nothing', async () => {
  const [mine, theirs] = [await signedIn(await aPerson()), await signedIn(await aPerson())];
  const { sessions } = await theirs.ask<Listed>(SESSIONS);
  await mine.ask(END, { input: { id: sessions[0]?.id } });
  await mine.ask(END, { input: { id: 'no id at all' } });
  expect(await Promise.all([mine, theirs].map(isSignedIn))).toEqual([true, true]);
});
