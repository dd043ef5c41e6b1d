import { type GraphQLClient, GraphQLSocket, Practiser } from '@holdout/testing';
import { startTestApi, type TestApi } from '../../../test-api';
import { TestTaking } from '../../taking/test-taking';

const BEAT = `mutation ($input: AttemptHeartbeatInput!) { attemptHeartbeat(input: $input) {
  ... on AttemptHeartbeatSuccess { isLive liveSince isLiveInThisBrowser attempt { serverTime closesAt endedAt } } } }`;
const NEWS = 'subscription ($attemptId: ID!) { attemptNews(attemptId: $attemptId) { kind } }';

const t = new TestTaking();
/** A second process on the same database. */
let other: TestApi;
beforeAll(async () => {
  await t.begin();
  const { url } = t.api.dataSource.options as { url: string };
  other = await startTestApi({ url, drop: () => Promise.resolve() }, { clock: { now: () => t.now } });
});
afterAll(async () => {
  await other.stop();
  await t.end();
});

type Beaten = { isLive: boolean; liveSince: string | null; isLiveInThisBrowser: boolean; attempt: object };

const later = (seconds: number) => (t.now = new Date(t.now.getTime() + seconds * 1000));

/** A tab of a browser: its heartbeats. */
function aTab(client: GraphQLClient, attemptId: string) {
  const clientId = crypto.randomUUID();
  return async (more: object = {}): Promise<Beaten> => {
    const input = { attemptId, clientId, ...more };
    return (await client.ask<{ attemptHeartbeat: Beaten }>(BEAT, { input })).attemptHeartbeat;
  };
}

const rowsOf = (attemptId: string) =>
  t.api.dataSource.query<{ item_id: string | null; seen_at: Date; live_since: Date | null }[]>(
    'select item_id, seen_at, live_since from attempt_presence where attempt_id = $1 order by seen_at',
    [attemptId],
  );

describe('one page of an attempt is live', () => {
  test('the first; a second tab of the browser is told since when, and that the other is in this browser', async () => {
    const { client, attempt } = await t.started();
    const [first, second] = [aTab(client, attempt.id), aTab(client, attempt.id)];
    const since = t.now.toISOString();
    expect(await first()).toMatchObject({ isLive: true, liveSince: since, isLiveInThisBrowser: true });
    later(10);
    expect(await second()).toMatchObject({ isLive: false, liveSince: since, isLiveInThisBrowser: true });
    expect(await first()).toMatchObject({ isLive: true, liveSince: since });
  });

  test('the one that takes over, until the other takes it back; both times the rest is told since when', async () => {
    const { client, attempt } = await t.started();
    const [first, second] = [aTab(client, attempt.id), aTab(client, attempt.id)];
    await first();
    const taken = later(20).toISOString();
    expect(await second({ takesOver: true })).toMatchObject({ isLive: true, liveSince: taken });
    later(5);
    expect(await first()).toMatchObject({ isLive: false, liveSince: taken });
    // Repeated, for example because its answer was lost: it stays live since the first time.
    expect(await second({ takesOver: true })).toMatchObject({ isLive: true, liveSince: taken });
    const back = later(5).toISOString();
    expect(await first({ takesOver: true })).toMatchObject({ isLive: true, liveSince: back });
    expect(await second()).toMatchObject({ isLive: false, liveSince: back });
  });

  test('the item that was shown last is where another machine goes on', async () => {
    const { client, attempt } = await t.started();
    const shown = async () => {
      const sql = 'query ($id: ID!) { attempt(id: $id) { lastShownPosition } }';
      return (await client.ask<{ attempt: object }>(sql, { id: attempt.id })).attempt;
    };
    expect(await shown()).toEqual({ lastShownPosition: null });
    const [one, two] = [aTab(client, attempt.id), aTab(client, attempt.id)];
    await one({ itemId: attempt.items[1]?.id });
    expect(await shown()).toEqual({ lastShownPosition: 2 });
    later(10);
    await two({ itemId: attempt.items[0]?.id });
    expect(await shown()).toEqual({ lastShownPosition: 1 });
  });

  test('another machine is told that the live page is elsewhere', async () => {
    const { client, attempt, invitation } = await t.started();
    const tab = aTab(client, attempt.id);
    await tab();
    const machine = t.visitor();
    expect((await machine.openLink(invitation.token)).__typename).toBe('DeviceCodeNeededProblem');
    const session = crypto.randomUUID();
    await t.api.dataSource.query('update attempt_presence set session_id = $2 where attempt_id = $1', [
      attempt.id,
      session,
    ]);
    expect(await aTab(client, attempt.id)()).toMatchObject({ isLive: false, isLiveInThisBrowser: false });
  });

  test('when the live one was silent for 45 seconds, the next that asks; it is told when it comes back', async () => {
    const { client, attempt } = await t.started();
    const [first, second] = [aTab(client, attempt.id), aTab(client, attempt.id)];
    await first();
    later(45);
    expect(await second()).toMatchObject({ isLive: false });
    const since = later(1).toISOString();
    expect(await second()).toMatchObject({ isLive: true, liveSince: since });
    expect(await first()).toMatchObject({ isLive: false, liveSince: since });
  });

  test('of first heartbeats at the same moment: one, and everybody is told the same', async () => {
    const { client, attempt } = await t.started();
    const tabs = Array.from({ length: 5 }, () => aTab(client, attempt.id));
    await Promise.all(tabs.map((tab) => tab()));
    const told = await Promise.all(tabs.map((tab) => tab()));
    expect(told.filter(({ isLive }) => isLive)).toHaveLength(1);
  });
});

test('a page that is not live may save: a save is judged by its revision alone', async () => {
  const { client, attempt } = await t.started();
  await aTab(client, attempt.id)();
  expect(await aTab(client, attempt.id)()).toMatchObject({ isLive: false });
  const item = attempt.items.find(({ kind }) => kind === 'CHOICE');
  const picked = item?.content.options.slice(0, 1).map(({ id }) => id);
  expect(await client.save(item?.id ?? '', { choice: { picked } })).toMatchObject({ response: { revision: 1 } });
});

test('a heartbeat takes two statements for the attempt and the page, and brings the clock', async () => {
  const { client, attempt } = await t.started();
  const tab = aTab(client, attempt.id);
  await tab();
  const { statements, result } = await t.api.countStatements(() => tab({ itemId: attempt.items[0]?.id }));
  const own = statements.filter((sql) => sql.includes('attempt_presence') || sql.includes('from attempt a'));
  expect(own).toHaveLength(2);
  expect(result.attempt).toEqual({ serverTime: t.now.toISOString(), closesAt: attempt.closesAt, endedAt: null });
});

test('the item on the page is kept if it is of the attempt, and is null otherwise', async () => {
  const { client, attempt } = await t.started();
  const theirs = (await t.started()).attempt.items[0]?.id;
  const tab = aTab(client, attempt.id);
  await tab({ itemId: attempt.items[1]?.id });
  expect(await rowsOf(attempt.id)).toMatchObject([{ item_id: attempt.items[1]?.id, seen_at: t.now }]);
  await tab({ itemId: theirs });
  expect(await rowsOf(attempt.id)).toMatchObject([{ item_id: null }]);
});

test('a script with ever new pages fills at most eight rows', async () => {
  const { client, attempt } = await t.started();
  for (let page = 0; page < 20; page += 1) await aTab(client, attempt.id)();
  expect((await rowsOf(attempt.id)).length).toBeLessThanOrEqual(8);
});

test('a flood of heartbeats is refused with the time to wait', async () => {
  const { client, attempt } = await t.started();
  const tab = aTab(client, attempt.id);
  const answers = await Promise.allSettled(Array.from({ length: 80 }, () => tab()));
  const refused = answers.filter((each) => each.status === 'rejected');
  expect(refused.length).toBeGreaterThan(0);
  expect(refused.every(({ reason }) => String(reason).includes('RATE_LIMITED'))).toBe(true);
});

test('after the end there is no live page, and nothing is written', async () => {
  const { client, attempt } = await t.started();
  await client.submitAttempt(attempt.id);
  expect(await aTab(client, attempt.id)()).toMatchObject({
    isLive: false,
    liveSince: null,
    attempt: { endedAt: t.now.toISOString() },
  });
  expect(await rowsOf(attempt.id)).toEqual([]);
});

describe('news', () => {
  const socketOf = (api: TestApi, client: GraphQLClient) => new GraphQLSocket(api.url, client.cookieHeader());

  test('reach the pages at every process once the change is committed, and end with the attempt', async () => {
    const { client, attempt } = await t.started();
    const [here, there] = [socketOf(t.api, client), socketOf(other, client)];
    const variables = { attemptId: attempt.id };
    const both = [here, there].map((socket) => socket.collect(NEWS, { variables }));
    const more = [here, there].map((socket) => socket.watch(NEWS, variables).opened);
    // The first of each subscription: from then on it listens.
    expect((await Promise.all(more)).map(({ data }) => data)).toEqual([
      { attemptNews: { kind: 'MISSED' } },
      { attemptNews: { kind: 'MISSED' } },
    ]);
    const [first, second] = [
      aTab(client, attempt.id),
      aTab(new Practiser(other.url, client.cookieHeader()), attempt.id),
    ];
    await first();
    later(1);
    await second({ takesOver: true });
    await client.submitAttempt(attempt.id);
    for (const received of await Promise.all(both)) {
      const kinds = received.map(({ data }) => (data as { attemptNews: { kind: string } }).attemptNews.kind);
      expect(kinds.filter((kind) => kind !== 'MISSED')).toEqual(['TAKEN_OVER', 'ENDED']);
    }
    here.close();
    there.close();
  });

  test('and the heartbeat are refused to everyone else alike, whether the attempt exists or not', async () => {
    const { attempt } = await t.started();
    const { client: stranger } = await t.started();
    for (const attemptId of [attempt.id, crypto.randomUUID()]) {
      const socket = socketOf(t.api, stranger);
      expect(await socket.refusal(NEWS, { variables: { attemptId } })).toEqual(['NOT_FOUND']);
      socket.close();
      const input = { attemptId, clientId: crypto.randomUUID() };
      expect(await stranger.refusal(BEAT, { input })).toEqual(['NOT_FOUND']);
    }
    const nobody = new GraphQLSocket(t.api.url);
    expect(await nobody.refusal(NEWS, { variables: { attemptId: attempt.id } })).toEqual(['UNAUTHENTICATED']);
    nobody.close();
  });
});

test('the pages are forgotten with the candidate', async () => {
  const { client, attempt } = await t.started();
  await aTab(client, attempt.id)();
  expect(await rowsOf(attempt.id)).toHaveLength(1);
  await client.ask(
    'mutation ($input: DeleteMyCandidateDataInput!) { deleteMyCandidateData(input: $input) { __typename } }',
    {
      input: { confirm: true },
    },
  );
  expect(await rowsOf(attempt.id)).toEqual([]);
});
