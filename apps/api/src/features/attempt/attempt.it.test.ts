import { makeScratchDatabase, type AttemptShape, type ItemShape, Practiser } from '@holdout/testing';
import { API_TEMPLATE, type TestApi } from '../../test-api';
import { startPreparedApi } from '../../test-prepared-api';

const CHOICE = 'choice.rare-event-accuracy';
const KEY = 'found-nothing';

let api: TestApi;
const now = new Date('2026-11-20T09:00:00.000Z');

beforeAll(async () => {
  api = await startPreparedApi(await makeScratchDatabase(API_TEMPLATE), { clock: { now: () => now } });
});
afterAll(() => api.stop());

const aPractiser = (): Practiser => new Practiser(api.url);
const only = (attempt: AttemptShape): ItemShape => attempt.items[0] as ItemShape;
const wrongOptionOf = (item: ItemShape): string => item.content.options.find(({ id }) => id !== KEY)?.id ?? '';

describe('practising one question', () => {
  test('shows three of its options including the key, without marking the key', async () => {
    const item = only(await aPractiser().startPractice(CHOICE));
    expect(item.content.options.map(({ id }) => id)).toContain(KEY);
    expect(item.content.options).toHaveLength(3);
    expect(item.feedback).toBeNull();
  });

  test('returns the same item when the page is opened again, and a new draw on request', async () => {
    const client = aPractiser();
    const first = await client.startPractice(CHOICE);
    expect((await client.startPractice(CHOICE)).id).toBe(first.id);
    expect((await client.startPractice(CHOICE, true)).id).not.toBe(first.id);
  });

  test('explains every option after the check, and names the misconception of a wrong option', async () => {
    const client = aPractiser();
    const item = only(await client.startPractice(CHOICE));
    await client.save(item.id, { choice: { picked: [wrongOptionOf(item)] } });
    const checked = await client.check(item.id);
    expect(checked.item?.feedback).toMatchObject({ earned: 0, possible: 1 });
    const options = checked.item?.feedback?.detail?.['options'] as {
      isKey: boolean;
      why: string;
      misconception: string | null;
    }[];
    expect(options).toHaveLength(3);
    expect(options.every((option) => option.why !== '' && option.isKey === (option.misconception === null))).toBe(true);
    expect(checked.item?.question?.practiceState).toBe('TRIED');
  });

  test('is DONE when the key is picked', async () => {
    const client = aPractiser();
    const item = only(await client.startPractice(CHOICE));
    await client.save(item.id, { choice: { picked: [KEY] } });
    const checked = await client.check(item.id);
    expect(checked.item).toMatchObject({ feedback: { earned: 1, possible: 1 }, question: { practiceState: 'DONE' } });
  });

  test('accepts no answer after the check, and keeps the checked one', async () => {
    const client = aPractiser();
    const { items, id } = await client.startPractice(CHOICE);
    const item = items[0] as ItemShape;
    await client.save(item.id, { choice: { picked: [wrongOptionOf(item)] } });
    await client.check(item.id);
    const late = await client.save(item.id, { choice: { picked: [KEY] } });
    expect(late).toMatchObject({ __typename: 'AttemptClosedProblem', closedAt: now.toISOString() });
    expect(only(await client.attempt(id)).response?.answer).toEqual({ picked: [wrongOptionOf(item)] });
  });

  test('is not checked without a saved answer', async () => {
    const client = aPractiser();
    const item = only(await client.startPractice(CHOICE));
    expect(await client.check(item.id)).toMatchObject({ __typename: 'NothingToCheckProblem' });
  });

  test('parses a number in local notation, and names a known misconception', async () => {
    const client = aPractiser();
    const item = only(await client.startPractice('numeric.screening-ppv'));
    await client.save(item.id, { numeric: { text: '90,0 %' } });
    const checked = await client.check(item.id);
    expect(checked.item?.response?.answer).toEqual({ text: '90,0 %', readAs: 90 });
    expect(checked.item?.feedback).toMatchObject({
      earned: 0,
      detail: { value: 7.5, misconception: expect.any(String) as string },
    });
  });

  test('does not check text that is not a number', async () => {
    const client = aPractiser();
    const item = only(await client.startPractice('numeric.screening-ppv'));
    await client.save(item.id, { numeric: { text: 'about seven' } });
    expect(await client.check(item.id)).toMatchObject({ __typename: 'InvalidAnswerProblem', reason: 'NOT_A_NUMBER' });
  });

  test('reveals the explanation on request and then counts as not solved', async () => {
    const client = aPractiser();
    const item = only(await client.startPractice(CHOICE));
    await client.save(item.id, { choice: { picked: [KEY] } });
    const revealed = await client.reveal(item.id);
    expect(revealed.item?.feedback).toMatchObject({ earned: 0, explanation: expect.stringMatching(/\w/) as string });
  });
});

describe('saving', () => {
  test('increments the revision, and is idempotent by revision id', async () => {
    const client = aPractiser();
    const item = only(await client.startPractice(CHOICE));
    const twice = crypto.randomUUID();
    const answer = { choice: { picked: [KEY] } };
    expect(await client.save(item.id, answer, { revisionId: twice })).toMatchObject({ response: { revision: 1 } });
    expect(await client.save(item.id, { choice: { picked: [] } })).toMatchObject({ response: { revision: 2 } });
    expect(await client.save(item.id, answer, { revisionId: twice })).toMatchObject({ response: { revision: 1 } });
  });

  test('of one revision concurrently writes it once', async () => {
    const client = aPractiser();
    const item = only(await client.startPractice(CHOICE));
    const same = crypto.randomUUID();
    const saves = await Promise.all(
      Array.from({ length: 8 }, () => client.save(item.id, { choice: { picked: [KEY] } }, { revisionId: same })),
    );
    expect(saves.map((save) => save['response'])).toEqual(Array.from({ length: 8 }, () => ({ revision: 1 })));
  });

  test.each<[string, object, string]>([
    ['an option the item does not show', { choice: { picked: ['nowhere'] } }, 'UNKNOWN_OPTION'],
    ['two options where one is asked for', { choice: { picked: 'both' } }, 'TOO_MANY_OPTIONS'],
    ['a number', { numeric: { text: '1' } }, 'WRONG_KIND'],
    ['nothing at all', {}, 'WRONG_KIND'],
  ])('refuses %s', async (_what, answer, reason) => {
    const client = aPractiser();
    const item = only(await client.startPractice(CHOICE));
    const picked = item.content.options.slice(0, 2).map(({ id }) => id);
    const sent = reason === 'TOO_MANY_OPTIONS' ? { choice: { picked } } : answer;
    expect(await client.save(item.id, sent)).toMatchObject({ __typename: 'InvalidAnswerProblem', reason });
  });

  test.each(['not-an-id', '01990000-0000-7000-8000-000000000000'])('to the item %s finds nothing', async (itemId) => {
    const client = aPractiser();
    await client.startPractice(CHOICE);
    const input = { itemId, revisionId: crypto.randomUUID(), basedOn: 0, answer: { choice: { picked: [] } } };
    const mutation = 'mutation ($input: SaveResponseInput!) { saveResponse(input: $input) { __typename } }';
    expect(await client.refusal(mutation, { input })).toEqual(['NOT_FOUND']);
  });
});

test('another person’s attempt and items are not found', async () => {
  const owner = aPractiser();
  const attempt = await owner.startPractice(CHOICE);
  const other = aPractiser();
  await other.startPractice(CHOICE);
  const item = only(attempt).id;
  expect(await other.refusal('query ($id: ID!) { attempt(id: $id) { id } }', { id: attempt.id })).toEqual([
    'NOT_FOUND',
  ]);
  for (const [field, type, more] of [
    ['checkAnswer', 'CheckAnswer', { revision: 0 }],
    ['revealExplanation', 'RevealExplanation', { revision: 0 }],
    ['presentItem', 'PresentItem', {}],
  ] as const) {
    const mutation = `mutation ($input: ${type}Input!) { ${field}(input: $input) { __typename } }`;
    expect(await other.refusal(mutation, { input: { itemId: item, ...more } })).toEqual(['NOT_FOUND']);
  }
});
