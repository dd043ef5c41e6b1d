import type { AttemptShape } from '@holdout/testing';
import { AttemptEnd } from '../attempt/attempt-end';
import { Outages } from '../attempt/time/outages';
import { CHOICE, CODE, KEY, TestTaking } from './test-taking';

const t = new TestTaking();
beforeAll(() => t.begin());
afterAll(() => t.end());

const pass = (seconds: number): void => void (t.now = new Date(t.now.getTime() + seconds * 1000));
const outages = (): Outages => t.api.app.get(Outages);
const after = (time: string | null | undefined, seconds: number): string =>
  new Date(Date.parse(time ?? '') + seconds * 1000).toISOString();

const sayGrader = (isThere: boolean) =>
  t.api.dataSource.query(`update grading.grader set heartbeat_at = now() ${isThere ? '+' : '-'} interval '1 hour'`);

beforeEach(async () => {
  await sayGrader(true);
  await outages().beat();
});

/** A section of ten minutes, then code, in an hour. */
async function started(more: { readonly minutes?: number } = {}) {
  const version = await t.assessments.publish(
    t.organizationId,
    [
      { title: 'Metrics', minutes: 10, entries: [{ slug: CHOICE }] },
      { title: 'Rest', entries: [{ slug: 'choice.backtest-too-good' }] },
    ],
    { minutes: more.minutes ?? 60 },
  );
  const client = t.visitor();
  await client.openLink((await t.assessments.invite(t.organizationId, version)).token);
  return { client, attempt: await client.startAssessment() };
}

test('a gap of 14 s is no outage; one of 16 s is credited once, although two apis beat at once', async () => {
  const { client, attempt } = await started();
  pass(14);
  expect(await outages().beat()).toEqual([]);
  expect((await client.attempt(attempt.id)).closesAt).toBe(attempt.closesAt);
  pass(16);
  const found = await Promise.all([outages().beat(), outages().beat()]);
  expect(found.flat()).toHaveLength(1);
  expect((await client.attempt(attempt.id)).closesAt).toBe(after(attempt.closesAt, 16));
  const entries = await t.api.dataSource.query<object[]>(
    `select kind, amount, reason, actor_account_id, added_at - since = interval '16 s' as "isWhole"
     from attempt_time_entry where attempt_id = $1 and kind = 'credit'`,
    [attempt.id],
  );
  expect(entries).toEqual([{ kind: 'credit', amount: 16, reason: 'outage', actor_account_id: null, isWhole: true }]);
});

test('an attempt that has ended gets nothing, and one that started in the gap the part after its start', async () => {
  const ended = await started();
  await ended.client.submitAttempt(ended.attempt.id);
  pass(10);
  const late = await started();
  pass(20);
  await outages().beat();
  const sql = `select count(*)::int as n from attempt_time_entry where attempt_id = $1 and kind = 'credit'`;
  expect(await t.api.dataSource.query(sql, [ended.attempt.id])).toEqual([{ n: 0 }]);
  expect((await late.client.attempt(late.attempt.id)).closesAt).toBe(after(late.attempt.closesAt, 20));
});

test('an attempt whose deadline fell into the outage goes on, and the section that was open too', async () => {
  const { client, attempt } = await started({ minutes: 12 });
  const { attempt: entered } = await client.enterSection(attempt.id, 'section-1');
  const item = (entered as AttemptShape).items.find(({ sectionId }) => sectionId === 'section-1')?.id ?? '';
  pass(9 * 60);
  await t.api.dataSource.query('update service_heartbeat set beat_at = $1', [t.now]);
  pass(60 * 60);
  const [gap] = await outages().beat();
  expect(gap).toMatchObject({ kind: 'api', until: t.now });
  await t.api.app.get(AttemptEnd).endAllOverdue();
  const now = await client.attempt(attempt.id);
  expect(now).toMatchObject({ endedAt: null, closesAt: after(t.now.toISOString(), 3 * 60) });
  expect(now.sections[0]).toMatchObject({ isClosed: false, closesAt: after(t.now.toISOString(), 60) });
  expect((await client.save(item, { choice: { picked: [KEY] } })).__typename).toBe('SaveResponseSuccess');
});

test('what was given is told to the candidate', async () => {
  const { client, attempt } = await started();
  pass(360);
  await outages().beat();
  const query = 'query ($id: ID!) { attempt(id: $id) { timeGiven { seconds kind at } } }';
  const told = await client.ask<{ attempt: { timeGiven: object[] } }>(query, { id: attempt.id });
  expect(told.attempt.timeGiven).toEqual([{ seconds: 360, kind: 'OUTAGE', at: t.now.toISOString() }]);
});

test('an allowance that is changed during an attempt holds for it; a smaller one is not told as given', async () => {
  const { client, attempt } = await started();
  const manager = await t.member('manager');
  const [row] = await t.api.dataSource.query<{ id: string }[]>('select candidate_id as id from attempt where id = $1', [
    attempt.id,
  ]);
  const set = (extraTime: number, breakMinutes: number) =>
    manager.ask('mutation ($input: SetTimeAllowanceInput!) { setTimeAllowance(input: $input) { __typename } }', {
      input: { organization: 'acme', candidateId: row?.id, allowance: { extraTime, breakMinutes } },
    });
  pass(60);
  await set(0.5, 10);
  expect((await client.attempt(attempt.id)).closesAt).toBe(after(attempt.closesAt, 40 * 60));
  pass(60);
  await set(0.25, 0);
  expect((await client.attempt(attempt.id)).closesAt).toBe(after(attempt.closesAt, 15 * 60));
  const query = 'query ($id: ID!) { attempt(id: $id) { timeGiven { seconds kind } } }';
  expect(await client.ask(query, { id: attempt.id })).toEqual({
    attempt: { timeGiven: [{ seconds: 40 * 60, kind: 'ALLOWANCE' }] },
  });
});

test('while no grader works, attempts with code get their time back in parts; others do not', async () => {
  const withCode = await t.assessments.publish(t.organizationId, [{ title: 'Code', entries: [{ slug: CODE }] }]);
  const coder = t.visitor();
  await coder.openLink((await t.assessments.invite(t.organizationId, withCode)).token);
  const code = await coder.startAssessment();
  const { client, attempt } = await started();
  const beats = async (count: number) => {
    for (let n = 0; n < count; n += 1) {
      pass(5);
      await outages().beat();
    }
  };
  await sayGrader(false);
  await beats(5);
  expect((await coder.attempt(code.id)).closesAt).toBe(after(code.closesAt, 20));
  await beats(4);
  await sayGrader(true);
  await beats(1);
  expect((await coder.attempt(code.id)).closesAt).toBe(after(code.closesAt, 45));
  await beats(2);
  expect((await coder.attempt(code.id)).closesAt).toBe(after(code.closesAt, 45));
  expect((await client.attempt(attempt.id)).closesAt).toBe(attempt.closesAt);
});

test('every outage is logged with how many attempts got it', async () => {
  await started();
  pass(30);
  await outages().beat();
  const [row] = await t.api.dataSource.query<{ kind: string; attempts: number }[]>(
    'select kind, attempts from outage order by until desc limit 1',
  );
  expect(row?.kind).toBe('api');
  expect(row?.attempts).toBeGreaterThan(0);
});
