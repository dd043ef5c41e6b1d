import { type AccountId, AccountRepository, SessionRepository, systemClock } from '@holdout/persistence';
import { GraphQLSocket, makeScratchDatabase, Practiser } from '@holdout/testing';
import { Administration } from '../administration/administration';
import { GradeIntake } from '../features/submission/grade-intake';
import { API_TEMPLATE, startTestApi, type TestApi } from '../test-api';
import { TestGrader } from '../test-grader';
import { SessionSockets } from './session-sockets';

const PASSWORD = 'the tide turns at nine';
const SOURCE = 'def average_precision(labels, scores):\n    return 1.0\n';
const CHANGED = 'subscription ($id: ID!) { submissionChanged(id: $id) { id } }';
const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }';
const SIGN_OUT = 'mutation ($input: SignOutInput!) { signOut(input: $input) { __typename } }';
const DELETE = 'mutation ($input: DeleteMyDataInput!) { deleteMyData(input: $input) { __typename } }';
const END_SESSIONS = 'mutation ($input: EndSessionsInput!) { endSessions(input: $input) { __typename } }';
const CHANGE_PASSWORD = 'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { __typename } }';
const NEW_PASSWORD = { currentPassword: PASSWORD, password: 'seven grey herons wait' };
const FORBIDDEN = 4403;

let now: () => Date = () => new Date();
let api: TestApi;
/** A second process on the same database. */
let other: TestApi;
let administration: Administration;
const sockets: GraphQLSocket[] = [];

beforeAll(async () => {
  const scratch = await makeScratchDatabase(API_TEMPLATE);
  const clock = { now: () => now() };
  const environment = { HOLDOUT_BANKS: 'bank' };
  api = await startTestApi(scratch, { environment, clock });
  other = await startTestApi({ url: scratch.url, drop: () => Promise.resolve() }, { environment, clock });
  administration = new Administration(api.db, systemClock);
  const admin = { email: 'admin@acme.example', password: PASSWORD, displayName: 'An administrator' };
  await administration.createOrganization({ slug: 'acme', name: 'Acme' }, admin);
  const grader = new TestGrader(scratch.url);
  await grader.sayAlive();
  await grader.prepareAll();
  await grader.close();
  await api.app.get(GradeIntake).takeAll();
});
afterAll(async () => {
  sockets.forEach((socket) => socket.close());
  await other.stop();
  await api.stop();
});

let people = 0;

type Watcher = { readonly email: string; readonly client: Practiser; readonly closed: Promise<number> };

async function signedIn(email: string, site = api): Promise<Practiser> {
  const client = new Practiser(site.url);
  await client.ask(SIGN_IN, { input: { email, password: PASSWORD } });
  return client;
}

/** A person who waits for a verdict over the websocket. */
async function aWatcher(): Promise<Watcher> {
  const email = `watcher${(people += 1)}@acme.example`;
  await administration.createAccount({ email, password: PASSWORD, displayName: 'A watcher' });
  const client = await signedIn(email);
  const { items } = await client.startPractice('code.average-precision-ties');
  const sent = await client.submitCode(items[0]?.id ?? '', SOURCE);
  const socket = new GraphQLSocket(api.url, client.cookieHeader());
  sockets.push(socket);
  const { opened, closed } = socket.watch(CHANGED, { id: (sent['submission'] as { id: string }).id });
  await opened;
  return { email, client, closed };
}

async function aMember(): Promise<Watcher> {
  const watcher = await aWatcher();
  const account = await api.db.repo(AccountRepository).findByEmail(watcher.email);
  await api.dataSource.query(
    `insert into member (id, organization_id, account_id, role, created_at)
     select gen_random_uuid(), id, $1, 'author', now() from organization where slug = 'acme'`,
    [account?.id as AccountId],
  );
  return watcher;
}

const viewerOf = (client: Practiser): Promise<unknown> => client.ask('{ viewer { account { email } } }');
const NOBODY = { viewer: { account: null } };

test.each<[string, () => Promise<Watcher>, (watcher: Watcher) => Promise<unknown>]>([
  ['signing out', aWatcher, ({ client }) => client.ask(SIGN_OUT, { input: {} })],
  [
    'signing out everywhere from another machine, at another process',
    aWatcher,
    async ({ email }) => (await signedIn(email, other)).ask(SIGN_OUT, { input: { everywhere: true } }),
  ],
  [
    'a new sign-in in its place',
    aWatcher,
    ({ email, client }) =>
      new Practiser(api.url, client.cookieHeader()).ask(SIGN_IN, { input: { email, password: PASSWORD } }),
  ],
  [
    'ending other sessions from another machine, at another process',
    aWatcher,
    async ({ email }) => (await signedIn(email, other)).ask(END_SESSIONS, { input: {} }),
  ],
  [
    'a change of the password from another machine',
    aWatcher,
    async ({ email }) => (await signedIn(email, other)).ask(CHANGE_PASSWORD, { input: NEW_PASSWORD }),
  ],
  ['deletion of the account', aWatcher, ({ client }) => client.ask(DELETE, { input: { password: PASSWORD } })],
  ['a change of the password', aWatcher, ({ email }) => administration.changePassword(email, 'nine turns of the tide')],
  ['removal from an organization', aMember, ({ email }) => administration.changeRoles('acme', email, [])],
  ['a change of roles', aMember, ({ email }) => administration.changeRoles('acme', email, ['reviewer'])],
])('%s ends the session and closes its websocket immediately', async (_what, make, end) => {
  const watcher = await make();
  const before = new Practiser(api.url, watcher.client.cookieHeader());
  await end(watcher);
  expect(await watcher.closed).toBe(FORBIDDEN);
  expect(await viewerOf(before)).toEqual(NOBODY);
});

test('leaving an organization closes the websocket, which opens again: the session goes on', async () => {
  const watcher = await aMember();
  const leave = 'mutation { leaveOrganization(input: { slug: "acme" }) { __typename } }';
  expect(await watcher.client.ask(leave)).toEqual({ leaveOrganization: { __typename: 'LeaveOrganizationSuccess' } });
  expect(await watcher.closed).toBe(FORBIDDEN);
  expect(await viewerOf(watcher.client)).toEqual({ viewer: { account: { email: watcher.email } } });
});

test('the end of a session leaves the websockets of other sessions open', async () => {
  const [first, second] = [await aWatcher(), await aWatcher()];
  let isClosed = false;
  void second.closed.then(() => (isClosed = true));
  await first.client.ask(SIGN_OUT, { input: { everywhere: true } });
  await first.closed;
  await sessionSockets().closeEnded();
  expect(isClosed).toBe(false);
});

const sessionSockets = (): SessionSockets => api.app.get(SessionSockets);

test('the websocket of an expired session is closed at the next poll', async () => {
  const { closed } = await aWatcher();
  now = () => new Date(Date.now() + 91 * 86_400_000);
  await sessionSockets().closeEnded();
  now = () => new Date();
  expect(await closed).toBe(FORBIDDEN);
});

test('a session that ended while the process was not listening is found when it listens again', async () => {
  const { email, closed } = await aWatcher();
  const account = await api.db.repo(AccountRepository).findByEmail(email);
  // No notice is sent, as if it had been lost with the connection.
  await api.dataSource.query('update session set ended_at = now() where account_id = $1', [account?.id]);
  await api.dataSource.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and application_name = 'holdout-api-listen'`,
  );
  expect(await closed).toBe(FORBIDDEN);
});

test('a session that ends while its subscription starts closes the websocket', async () => {
  const { email, client } = await aWatcher();
  const account = await api.db.repo(AccountRepository).findByEmail(email);
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with `apply` below
  const original = SessionRepository.prototype.listLive;
  const looked = jest.spyOn(SessionRepository.prototype, 'listLive').mockImplementationOnce(async function (
    this: SessionRepository,
    ...given
  ) {
    await api.dataSource.query('update session set ended_at = now() where account_id = $1', [account?.id]);
    return original.apply(this, given);
  });
  const socket = new GraphQLSocket(api.url, client.cookieHeader());
  sockets.push(socket);
  const { opened, closed } = socket.watch(CHANGED, { id: crypto.randomUUID() });
  opened.catch(() => undefined);
  expect(await closed).toBe(FORBIDDEN);
  looked.mockRestore();
});

test('the last administrator of an organization can be neither removed nor given other roles', async () => {
  const client = await signedIn('admin@acme.example');
  for (const roles of [[], ['author']] as const) {
    await expect(administration.changeRoles('acme', 'admin@acme.example', roles)).rejects.toThrow(
      'admin@acme.example is the last administrator of "acme". Give another member the role admin first.',
    );
  }
  expect(await viewerOf(client)).toEqual({ viewer: { account: { email: 'admin@acme.example' } } });
});
