import { replayEdits, type TextEdit, textEdit } from '@holdout/assessment';
import type { GraphQLClient } from '@holdout/testing';
import { TestTaking } from '../../taking/test-taking';

const RECORD =
  'mutation ($input: RecordEventsInput!) { recordEvents(input: $input) { ... on RecordEventsSuccess { isOver } } }';
const t = new TestTaking();
beforeAll(() => t.begin());
afterAll(() => t.end());

const left = { kind: 'LEFT', ms: 10 };
const edit = (itemId: string | undefined, made: TextEdit | null, ms = 0) => ({
  kind: 'EDIT',
  ms,
  itemId,
  field: 'text',
  ...made,
});

function pageOf(client: GraphQLClient, attemptId: string) {
  const clientId = crypto.randomUUID();
  return (sequence: number, events: readonly object[], ageMs = 0) =>
    client.ask(RECORD, { input: { attemptId, clientId, sequence, ageMs, events } });
}

const rowsOf = (attemptId: string) =>
  t.api.dataSource.query<{ sequence: number; began_at: Date; events: { kind: string }[] }[]>(
    'select sequence, began_at, events from attempt_event where attempt_id = $1 order by client_id, sequence',
    [attemptId],
  );

test('a batch is stored once, however often it is sent, with the time at which it began', async () => {
  const { client, attempt } = await t.started();
  const record = pageOf(client, attempt.id);
  t.now = new Date(t.now.getTime() + 60_000);
  for (let time = 0; time < 3; time += 1) {
    expect(await record(0, [left], 5000)).toEqual({ recordEvents: { isOver: false } });
  }
  const began = new Date(t.now.getTime() - 5000);
  expect(await rowsOf(attempt.id)).toEqual([{ sequence: 0, began_at: began, events: [left] }]);
});

test('the edits of an item, replayed from the table, give the text that was saved last', async () => {
  const { client, attempt } = await t.started();
  const record = pageOf(client, attempt.id);
  const itemId = attempt.items[0]?.id;
  const typed = ['', 'A', 'A 😀', 'A 😁 b', 'Ab'];
  for (const [sequence, text] of typed.entries()) {
    await record(sequence, [edit(itemId, textEdit(typed[sequence - 1] ?? null, text))]);
  }
  const edits = (await rowsOf(attempt.id)).flatMap(({ events }) => events as unknown as TextEdit[]);
  expect(replayEdits(edits)).toBe('Ab');
});

test('what the candidate was not told of is refused: nothing is recorded in practice', async () => {
  const practiser = t.visitor();
  const { id } = await practiser.startPractice('choice.rare-event-accuracy');
  const input = { attemptId: id, clientId: crypto.randomUUID(), sequence: 0, ageMs: 0, events: [left] };
  expect(await practiser.refusal(RECORD, { input })).toEqual(['BAD_INPUT']);
  expect(await rowsOf(id)).toEqual([]);
});

test.each([
  ['half of a character', { kind: 'EDIT', ms: 0, at: 0, removed: null, added: '\uD83D' }],
  ['a NUL', { kind: 'EDIT', ms: 0, at: 0, removed: null, added: '\0' }],
])('%s is refused', async (_what, event) => {
  const { client, attempt } = await t.started();
  const input = { attemptId: attempt.id, clientId: crypto.randomUUID(), sequence: 0, ageMs: 0, events: [event] };
  expect(await client.refusal(RECORD, { input })).toEqual(['BAD_INPUT']);
});

test('an attempt has room for eight megabytes; then nothing more is recorded, and answers are saved as before', async () => {
  const { client, attempt } = await t.started();
  const record = pageOf(client, attempt.id);
  await record(0, [left]);
  await t.api.dataSource.query('update attempt_event set bytes = $2 where attempt_id = $1', [attempt.id, 8 * 2 ** 20]);
  expect(await record(1, [left])).toEqual({ recordEvents: { isOver: true } });
  expect(await rowsOf(attempt.id)).toHaveLength(1);
  const item = attempt.items.find(({ kind }) => kind === 'CHOICE');
  const picked = item?.content.options.slice(0, 1).map(({ id }) => id);
  expect(await client.save(item?.id ?? '', { choice: { picked } })).toMatchObject({ response: { revision: 1 } });
});

test('a flood of batches is refused with the time to wait', async () => {
  const { client, attempt } = await t.started();
  const record = pageOf(client, attempt.id);
  const answers = await Promise.allSettled(Array.from({ length: 120 }, (_, sequence) => record(sequence, [left])));
  const refused = answers.filter((each) => each.status === 'rejected');
  expect(refused.length).toBeGreaterThan(0);
  expect(refused.every(({ reason }) => String(reason).includes('RATE_LIMITED'))).toBe(true);
});

test('after the end nothing is recorded; nobody else records anything', async () => {
  const { client, attempt } = await t.started();
  const { client: stranger } = await t.started();
  const input = { attemptId: attempt.id, clientId: crypto.randomUUID(), sequence: 0, ageMs: 0, events: [left] };
  expect(await stranger.refusal(RECORD, { input })).toEqual(['NOT_FOUND']);
  await client.submitAttempt(attempt.id);
  expect(await pageOf(client, attempt.id)(0, [left])).toEqual({ recordEvents: { isOver: true } });
  expect(await rowsOf(attempt.id)).toEqual([]);
});

test('it is in the candidate’s copy, and is erased with the candidate', async () => {
  const { client, attempt } = await t.started();
  await pageOf(client, attempt.id)(0, [left]);
  const copy = await fetch(`${t.api.url}/exports/my-candidate-data.json`, { headers: client.cookieHeader() });
  expect(await copy.json()).toMatchObject({ attempts: [{ attempt: { recorded: [{ events: [left] }] } }] });
  await client.ask(
    'mutation ($input: DeleteMyCandidateDataInput!) { deleteMyCandidateData(input: $input) { __typename } }',
    { input: { confirm: true } },
  );
  expect(await rowsOf(attempt.id)).toEqual([]);
});
