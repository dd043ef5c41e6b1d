import type { AttemptShape, Practiser } from '@holdout/testing';
import { CHOICE, CODE, KEY, TestTaking } from './test-taking';

const OTHER = 'choice.backtest-too-good';
const MINUTE_MS = 60_000;

const t = new TestTaking();
beforeAll(() => t.begin());
afterAll(() => t.end());

const RULES = { mayGoBack: true, countedSubmission: 'last', afterRelease: 'nothing' } as const;
const inMinutes = (minutes: number): string => new Date(t.now.getTime() + minutes * MINUTE_MS).toISOString();
const pass = (minutes: number): void => void (t.now = new Date(t.now.getTime() + minutes * MINUTE_MS));

/** Two timed sections of one question each, and one without a clock. */
async function started(more: { mayGoBack?: boolean; extraTime?: number } = {}) {
  const { mayGoBack = true, extraTime = 0 } = more;
  const version = await t.assessments.publish(
    t.organizationId,
    [
      { title: 'Metrics', minutes: 20, entries: [{ slug: CHOICE }] },
      { title: 'Code', minutes: 30, entries: [{ slug: CODE }] },
      { title: 'Rest', entries: [{ slug: OTHER }] },
    ],
    { minutes: 60, rules: { ...RULES, mayGoBack } },
  );
  const invitation = await t.assessments.invite(t.organizationId, version, { extraTime });
  const client = t.visitor();
  await client.openLink(invitation.token);
  return { client, invitation, attempt: await client.startAssessment() };
}

const sectionIds = ({ items }: AttemptShape) => items.map(({ sectionId }) => sectionId);
const itemOf = ({ items }: AttemptShape, sectionId: string): string =>
  items.find((item) => item.sectionId === sectionId)?.id ?? '';
const storedItem = async (attemptId: string, sectionId: string): Promise<string> => {
  const sql = 'select id from attempt_item where attempt_id = $1 and section_id = $2';
  const [row] = await t.api.dataSource.query<{ id: string }[]>(sql, [attemptId, sectionId]);
  return row?.id ?? '';
};
const sectionOf = ({ sections }: AttemptShape, id: string) => sections.find((section) => section.id === id);

test('a timed section starts when it is entered, with the person’s extra time; one without a clock is open from the start', async () => {
  const { client, attempt } = await started({ extraTime: 0.5 });
  expect(sectionIds(attempt)).toEqual(['section-3']);
  expect(attempt.sections).toEqual([
    expect.objectContaining({ id: 'section-1', minutes: 30, questionCount: 1, enteredAt: null, closesAt: null }),
    expect.objectContaining({ id: 'section-2', minutes: 45, isClosed: false }),
    expect.objectContaining({ id: 'section-3', title: 'Rest', minutes: null, isClosed: false }),
  ]);
  pass(5);
  const { attempt: entered } = await client.enterSection(attempt.id, 'section-1');
  expect(sectionIds(entered as AttemptShape)).toEqual(['section-1', 'section-3']);
  expect(sectionOf(entered as AttemptShape, 'section-1')).toMatchObject({
    enteredAt: t.now.toISOString(),
    closesAt: inMinutes(30),
  });
  pass(5);
  const { attempt: again } = await client.enterSection(attempt.id, 'section-1');
  expect(sectionOf(again as AttemptShape, 'section-1')).toMatchObject({ closesAt: inMinutes(25) });
});

test('nothing of an item can be asked for, written or sent before its section is entered', async () => {
  const { client, attempt } = await started();
  const [choice, code] = [await storedItem(attempt.id, 'section-1'), await storedItem(attempt.id, 'section-2')];
  const asks: readonly (readonly [string, object])[] = [
    ['query ($id: ID!) { attemptItem(id: $id) { id kind } }', { id: choice }],
    ['query ($id: ID!) { revisions(itemId: $id, first: 1) { edges { cursor } } }', { id: choice }],
    [
      'mutation ($input: PresentItemInput!) { presentItem(input: $input) { __typename } }',
      { input: { itemId: choice } },
    ],
    [
      'mutation ($input: FlagItemInput!) { flagItem(input: $input) { __typename } }',
      { input: { itemId: choice, isFlagged: true } },
    ],
    [
      'mutation ($input: SaveResponseInput!) { saveResponse(input: $input) { __typename } }',
      { input: { itemId: choice, revisionId: crypto.randomUUID(), basedOn: 0, answer: { choice: { picked: [KEY] } } } },
    ],
    ...['submitCode', 'runCode'].map((field): [string, object] => {
      const type = `${field[0]?.toUpperCase()}${field.slice(1)}Input`;
      const input = { clientId: crypto.randomUUID(), itemId: code, language: 'PYTHON', source: 'x = 1' };
      return [`mutation ($input: ${type}!) { ${field}(input: $input) { __typename } }`, { input }];
    }),
  ];
  for (const [query, variables] of asks) expect(await client.refusal(query, variables)).toEqual(['NOT_FOUND']);
  const copy = await fetch(`${t.api.url.replace('/graphql', '')}/exports/my-candidate-data.json`, {
    headers: client.cookieHeader(),
  });
  const { attempts } = (await copy.json()) as { attempts: { items: object[] }[] };
  expect(attempts[0]?.items).toHaveLength(1);
});

test('entering a section closes the one that is open, for good', async () => {
  const { client, attempt } = await started();
  const { attempt: first } = await client.enterSection(attempt.id, 'section-1');
  const item = itemOf(first as AttemptShape, 'section-1');
  await client.save(item, { choice: { picked: [KEY] } });
  pass(5);
  const { attempt: second } = await client.enterSection(attempt.id, 'section-2');
  expect(sectionOf(second as AttemptShape, 'section-1')).toMatchObject({
    isClosed: true,
    closesAt: t.now.toISOString(),
  });
  expect(await client.save(item, { choice: { picked: [] } })).toMatchObject({
    __typename: 'AttemptClosedProblem',
    closedAt: t.now.toISOString(),
  });
  expect(await client.enterSection(attempt.id, 'section-1')).toMatchObject({ reason: 'CLOSED' });
  expect(await client.enterSection(attempt.id, 'section-3')).toMatchObject({ reason: 'NO_CLOCK' });
  expect(await client.save(itemOf(second as AttemptShape, 'section-3'), { choice: { picked: [] } })).toMatchObject({
    __typename: 'SaveResponseSuccess',
  });
});

test('at its deadline a section closes alone; the others go on, and what it has counts', async () => {
  const { client, attempt } = await started();
  const { attempt: first } = await client.enterSection(attempt.id, 'section-1');
  const item = itemOf(first as AttemptShape, 'section-1');
  await client.save(item, { choice: { picked: [KEY] } });
  pass(21);
  const late = await client.save(item, { choice: { picked: [] } });
  expect(late).toMatchObject({ __typename: 'AttemptClosedProblem', closedAt: inMinutes(-1) });
  expect(await client.present(itemOf(attempt, 'section-3'))).toMatchObject({ __typename: 'PresentItemSuccess' });
  const now = await client.attempt(attempt.id);
  expect(now.endedAt).toBeNull();
  expect(sectionOf(now, 'section-1')).toMatchObject({ isClosed: true });
  const { attempt: ended } = await client.submitAttempt(attempt.id);
  expect(sectionIds(ended as AttemptShape)).toEqual(['section-1', 'section-3']);
  const rows = await t.api.dataSource.query<object[]>(
    `select i.section_id, s.state, s.earned from score s join attempt_item i on i.id = s.attempt_item_id
     where i.attempt_id = $1 order by i.position`,
    [attempt.id],
  );
  expect(rows).toEqual([
    { section_id: 'section-1', state: 'answered', earned: 1 },
    { section_id: 'section-2', state: 'notReached', earned: 0 },
    { section_id: 'section-3', state: 'omitted', earned: 0 },
  ]);
});

test('without a way back, sections with a clock are entered in their order', async () => {
  const { client, attempt } = await started({ mayGoBack: false });
  expect(await client.enterSection(attempt.id, 'section-2')).toMatchObject({ reason: 'OUT_OF_ORDER' });
  expect(await client.enterSection(attempt.id, 'section-1')).toMatchObject({ __typename: 'EnterSectionSuccess' });
  expect(await client.enterSection(attempt.id, 'section-2')).toMatchObject({ __typename: 'EnterSectionSuccess' });
});

test('two requests to enter two sections at once leave one open', async () => {
  const { client, attempt } = await started();
  await Promise.all(['section-1', 'section-2'].map((id) => client.enterSection(attempt.id, id)));
  const { sections } = await client.attempt(attempt.id);
  expect(sections.map(({ isClosed }) => isClosed).sort()).toEqual([false, false, true]);
});

test('no section can be entered after the attempt has ended, nor by another person', async () => {
  const { client, attempt } = await started();
  const stranger: Practiser = (await started()).client;
  const enter = 'mutation ($input: EnterSectionInput!) { enterSection(input: $input) { __typename } }';
  const input = { attemptId: attempt.id, sectionId: 'section-1' };
  expect(await stranger.refusal(enter, { input })).toEqual(['NOT_FOUND']);
  await client.submitAttempt(attempt.id);
  expect(await client.enterSection(attempt.id, 'section-1')).toMatchObject({ __typename: 'AttemptClosedProblem' });
});

test('an attempt that was started before sections had clocks goes on without them', async () => {
  const { client, attempt } = await started();
  await t.api.dataSource.query('delete from attempt_section where attempt_id = $1', [attempt.id]);
  await t.api.dataSource.query('update attempt_item set is_withheld = false where attempt_id = $1', [attempt.id]);
  const { items, sections } = await client.attempt(attempt.id);
  expect(items).toHaveLength(3);
  expect(sections.map(({ minutes }) => minutes)).toEqual([null, null, null]);
});
