import type { GraphQLClient } from '@holdout/testing';
import { makeScratchDatabase } from '@holdout/testing';
import { TestAccounts } from '../../test-accounts';
import { API_TEMPLATE, startTestApi, type TestApi } from '../../test-api';

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const SESSIONS = '{ sessions { id browser system lastSeenAt isThis } }';
const END =
  'mutation ($input: EndSessionsInput!) { endSessions(input: $input) { ... on EndSessionsSuccess { sessions { id isThis } } } }';
const VIEWER = '{ viewer { account { id } } }';

type Listed = { readonly sessions: readonly { id: string; isThis: boolean; lastSeenAt: string | null }[] };

let now = (): Date => new Date();
let api: TestApi;
let accounts: TestAccounts;

beforeAll(async () => {
  api = await startTestApi(await makeScratchDatabase(API_TEMPLATE), { clock: { now: () => now() } });
  accounts = new TestAccounts(api);
});
afterEach(() => {
  now = () => new Date();
});
afterAll(() => api.stop());

const aPerson = (): Promise<string> => accounts.make();
const signedIn = (email: string, userAgent = FIREFOX) =>
  accounts.signedIn(email, { headers: { 'user-agent': userAgent } });

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
