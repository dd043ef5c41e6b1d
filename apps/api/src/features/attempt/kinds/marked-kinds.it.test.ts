import { EXAMPLE_BANK, ExamplePractice, makeScratchDatabase, type Practiser, writeBank } from '@holdout/testing';
import { API_TEMPLATE, startTestApi, type TestApi } from '../../../test-api';

let api: TestApi;
let bank: Awaited<ReturnType<typeof writeBank>>;
let now = new Date('2026-11-20T09:00:00.000Z');
const practice = new ExamplePractice(() => api.url);

beforeAll(async () => {
  bank = await writeBank(EXAMPLE_BANK);
  const environment = { HOLDOUT_BANKS: bank.directory };
  api = await startTestApi(await makeScratchDatabase(API_TEMPLATE), { environment, clock: { now: () => now } });
});
afterAll(async () => {
  await api.stop();
  await bank.drop();
});

const idsOf = (items: unknown): string[] => (items as { id: string }[]).map(({ id }) => id);

describe('a scenario', () => {
  const write = (client: Practiser, id: string, part: string, text: string) =>
    client.save(id, { scenario: { part, text } });
  const textsOf = async (client: Practiser) => {
    const { items } = await client.startPractice('scenario.example');
    return (items[0]?.response?.answer as { texts: object[] } | undefined)?.texts;
  };

  test('reveals a follow-up only after the previous part is answered, and fixes that part', async () => {
    const { client, item } = await practice.open('scenario');
    expect(item.content).toMatchObject({ followUps: [], hasMore: true });
    expect(await client.revealFollowUp(item.id, 'prompt')).toMatchObject({ __typename: 'NothingToCheckProblem' });
    expect(await write(client, item.id, 'null-feature', 'Guessed ahead.')).toMatchObject({ reason: 'UNKNOWN_PART' });
    await write(client, item.id, 'prompt', 'Volume first.');
    const revealed = await client.revealFollowUp(item.id, 'prompt');
    expect(revealed.item?.content).toMatchObject({
      followUps: [{ id: 'null-feature', ask: 'A feature is null since Sunday. What now?', maxWords: 20 }],
      hasMore: true,
    });
    expect(await write(client, item.id, 'prompt', 'The feature first!')).toMatchObject({ reason: 'PART_FIXED' });
    await write(client, item.id, 'null-feature', 'Fill it.');
    expect(await textsOf(client)).toEqual([
      { part: 'prompt', text: 'Volume first.' },
      { part: 'null-feature', text: 'Fill it.' },
    ]);
  });

  test('reveals one follow-up per part when the request is repeated', async () => {
    const { client, item } = await practice.open('scenario');
    await write(client, item.id, 'prompt', 'Volume first.');
    const both = await Promise.all([1, 2, 3].map(() => client.revealFollowUp(item.id, 'prompt')));
    expect(both.map((each) => idsOf(each.item?.content['followUps']))).toEqual(Array(3).fill(['null-feature']));
    expect(idsOf((await client.revealFollowUp(item.id, 'prompt')).item?.content['followUps'])).toEqual([
      'null-feature',
    ]);
    await write(client, item.id, 'null-feature', 'Fill it.');
    expect((await client.revealFollowUp(item.id, 'null-feature')).item?.content).toMatchObject({ hasMore: false });
    await write(client, item.id, 'sooner', 'An alarm.');
    expect(await client.revealFollowUp(item.id, 'sooner')).toMatchObject({ __typename: 'NoFollowUpProblem' });
  });

  test('keeps the text written before the reveal as its own revision', async () => {
    const { client, item } = await practice.open('scenario');
    await write(client, item.id, 'prompt', 'First.');
    await write(client, item.id, 'prompt', 'Second.');
    await client.revealFollowUp(item.id, 'prompt');
    await write(client, item.id, 'null-feature', 'Third.');
    const rows = await api.dataSource.query<{ texts: string }[]>(
      `select (select string_agg(t ->> 'text', '|') from jsonb_array_elements(answer -> 'texts') t) as texts
       from response_revision where attempt_item_id = $1 order by revision`,
      [item.id],
    );
    expect(rows.map(({ texts }) => texts)).toEqual(['First.', 'Second.', 'Second.|Third.']);
  });

  test('can be self-marked with the rubric after it is finished; the last marks count, but for no skill', async () => {
    const { client, item } = await practice.open('scenario');
    await write(client, item.id, 'prompt', 'Volume first.');
    expect(await client.markMyself(item.id, { triage: 2, telling: 1 })).toMatchObject({
      __typename: 'NothingToMarkProblem',
    });
    const done = await client.check(item.id);
    expect(done.item?.feedback).toMatchObject({ earned: 0, possible: 8, pending: 8, markedBy: null });
    expect(done.item?.feedback?.detail).toMatchObject({
      followUps: [{ id: 'null-feature' }, { id: 'sooner' }],
      rubric: [{ id: 'triage', weight: 3, level: null }, { id: 'telling' }],
      sample: {
        text: 'Look at volume and schema first, and report what is known.',
        levels: expect.any(Array) as object,
      },
    });
    expect(await write(client, item.id, 'prompt', 'Late.')).toMatchObject({ __typename: 'AttemptClosedProblem' });
    await client.markMyself(item.id, { triage: 2, telling: 2 });
    now = new Date(now.getTime() + 1000);
    const marked = await client.markMyself(item.id, { triage: 2, telling: 1 });
    expect(marked.item?.feedback).toMatchObject({ earned: 7, possible: 8, pending: 0, markedBy: 'SELF' });
    expect(marked.item?.feedback?.detail).toMatchObject({ rubric: [{ level: 2 }, { level: 1 }] });
    expect(await client.ask('{ progress { skills { n } } }')).toEqual({ progress: { skills: [] } });
  });

  test.each([{ triage: 2 }, { triage: 3, telling: 0 }, { triage: 0, telling: 0, other: 1 }])(
    'rejects the marks %j',
    async (levels) => {
      const { client, item } = await practice.open('scenario');
      await write(client, item.id, 'prompt', 'Volume first.');
      await client.check(item.id);
      await expect(client.markMyself(item.id, levels)).rejects.toThrow('BAD_INPUT');
    },
  );

  test('cannot be self-marked after its explanation was revealed', async () => {
    const { client, item } = await practice.open('scenario');
    await write(client, item.id, 'prompt', 'Volume first.');
    await client.reveal(item.id);
    expect(await client.markMyself(item.id, { triage: 2, telling: 2 })).toMatchObject({
      __typename: 'NothingToMarkProblem',
    });
  });

  test('of another person is not found', async () => {
    const { item } = await practice.open('scenario');
    const { client } = await practice.open('scenario');
    await expect(client.revealFollowUp(item.id, 'prompt')).rejects.toThrow('NOT_FOUND');
    await expect(client.markMyself(item.id, { triage: 1, telling: 1 })).rejects.toThrow('NOT_FOUND');
  });

  test('saves an answer over the word limit, but is not checked or continued until it is shortened', async () => {
    const { client, item, outcome } = await practice.check('scenario', { part: 'prompt', text: 'word '.repeat(41) });
    expect(outcome).toMatchObject({ __typename: 'InvalidAnswerProblem', reason: 'TOO_LONG' });
    expect(await client.revealFollowUp(item.id, 'prompt')).toMatchObject({ reason: 'TOO_LONG' });
    await client.save(item.id, { scenario: { part: 'prompt', text: 'word '.repeat(40) } });
    expect(await client.revealFollowUp(item.id, 'prompt')).toMatchObject({ __typename: 'RevealFollowUpSuccess' });
  });
});

describe('a design', () => {
  const box = { id: 'a', type: 'rectangle', x: 0, y: 0, width: 10, height: 10, isDeleted: false };
  const scene = (...elements: object[]): string => JSON.stringify({ type: 'excalidraw', elements });
  const body = (more: object = {}) => ({ scene: null, blocks: [], numbers: [], ...more });

  test('scores its numbers automatically and leaves the rest to people', async () => {
    const { client, item } = await practice.check('design', {
      scene: scene(box),
      blocks: [{ part: 'label', text: 'A turbine and a day.' }],
      numbers: [{ id: 'readings', text: '6.9e6' }],
    });
    expect(item.response?.answer).toMatchObject({
      blocks: [{ part: 'label', text: 'A turbine and a day.' }],
      numbers: [{ id: 'readings', text: '6.9e6', readAs: 6_900_000 }],
    });
    const drawn = JSON.parse((item.response?.answer as { scene: string }).scene) as { elements: object[] };
    expect(drawn.elements).toEqual([box]);
    expect(item.feedback).toMatchObject({ earned: 2, possible: 10, pending: 8 });
    expect(item.feedback?.detail).toMatchObject({
      numbers: [{ id: 'readings', earned: 2, possible: 2, value: 6_912_000, low: 6_842_880, high: 6_981_120 }],
      rubric: [
        { id: 'triage', block: 'label' },
        { id: 'telling', block: 'data' },
      ],
      probes: [expect.any(String)],
    });
    const marked = await client.markMyself(item.id, { triage: 1, telling: 1 });
    expect(marked.item?.feedback).toMatchObject({ earned: 6, possible: 10, pending: 0, markedBy: 'SELF' });
  });

  test('names the misconception of a wrong number, and rejects text that is not a number', async () => {
    const { item } = await practice.check('design', body({ numbers: [{ id: 'readings', text: '4 800' }] }));
    const [number] = item.feedback?.detail?.['numbers'] as { misconception: string }[];
    expect(number?.misconception).toMatch(/training-error-is-quality/);
    const unread = await practice.check('design', body({ numbers: [{ id: 'readings', text: 'many' }] }));
    expect(unread.outcome).toMatchObject({ reason: 'NOT_A_NUMBER' });
  });

  test.each<[string, object, string]>([
    ['with an unknown block', { blocks: [{ part: 'other', text: '' }] }, 'UNKNOWN_PART'],
    ['with an unknown number', { numbers: [{ id: 'other', text: '1' }] }, 'UNKNOWN_PART'],
    [
      'with a duplicate block',
      {
        blocks: [
          { part: 'label', text: '' },
          { part: 'label', text: '' },
        ],
      },
      'WRONG_SHAPE',
    ],
    ['with an image', { scene: scene({ ...box, type: 'image' }) }, 'NOT_PLAIN'],
    ['with a link', { scene: scene({ ...box, link: 'https://example.org' }) }, 'NOT_PLAIN'],
    ['with a drawing that is not JSON', { scene: 'x' }, 'NOT_PLAIN'],
    ['with a drawing of 600 kB', { scene: scene({ ...box, text: 'x'.repeat(600_000) }) }, 'TOO_LONG'],
  ])('is refused %s', async (_what, more, reason) => {
    expect(await practice.save('design', body(more))).toEqual({ reason, response: null });
  });
});
