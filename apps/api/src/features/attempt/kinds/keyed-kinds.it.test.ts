import { EXAMPLE_BANK, ExamplePractice, makeScratchDatabase, writeBank } from '@holdout/testing';
import { API_TEMPLATE, startTestApi, type TestApi } from '../../../test-api';

let api: TestApi;
let bank: Awaited<ReturnType<typeof writeBank>>;

const practice = new ExamplePractice(() => api.url);

beforeAll(async () => {
  bank = await writeBank(EXAMPLE_BANK);
  const environment = { HOLDOUT_BANKS: bank.directory };
  api = await startTestApi(await makeScratchDatabase(API_TEMPLATE), { environment });
});
afterAll(async () => {
  await api.stop();
  await bank.drop();
});

const idsOf = (items: unknown): string[] => (items as { id: string }[]).map(({ id }) => id);

describe('a plot', () => {
  test('shows the chart, its text alternative, its table and its parts', async () => {
    const { item } = await practice.open('plot');
    const { spec, alt, table, parts, ...rest } = item.content;
    expect(JSON.parse(String(spec))).toMatchObject({ mark: { type: 'line' } });
    expect(alt).toMatch(/^Error against tree depth/);
    expect(table).toMatchObject({
      columns: [
        { field: 'depth', title: 'Tree depth', isNumber: true },
        { field: 'error', title: 'Mean error', isNumber: true },
        { field: 'rows', title: 'rows', isNumber: false },
      ],
    });
    expect((table as { rows: unknown[] }).rows).toHaveLength(14);
    expect(parts).toMatchObject([
      { id: 'ship', points: 2, pick: 'ROW' },
      { id: 'gap', choose: 'ONE' },
    ]);
    expect(rest).toMatchObject({ __typename: 'PlotContent', hints: ['A hint of the author.'] });
  });

  test('scores each part, and shows the accepted region of a point', async () => {
    const points = [{ part: 'ship', values: [{ field: 'depth', text: '4,0' }] }];
    const { item } = await practice.check('plot', { points, choices: [{ part: 'gap', picked: ['too-simple'] }] });
    expect(item.response?.answer).toEqual({
      points: [{ part: 'ship', values: [{ field: 'depth', text: '4,0', readAs: 4 }] }],
      choices: [{ part: 'gap', picked: ['too-simple'] }],
    });
    expect(item.feedback).toMatchObject({ earned: 1, possible: 3, pending: 0, markedBy: 'KEY' });
    const parts = item.feedback?.detail?.['parts'] as {
      options: { id: string; isKey: boolean; misconception: string }[];
    }[];
    expect(parts[0]).toMatchObject({
      part: 'ship',
      earned: 1,
      possible: 2,
      accepted: [{ field: 'depth', values: ['2', '3'] }],
      partial: [{ share: 0.5 }],
      misconception: null,
    });
    expect(parts[1]).toMatchObject({ part: 'gap', earned: 0, possible: 1 });
    expect(parts[1]?.options.find(({ id }) => id === 'too-simple')?.misconception).toMatch(/gap-is-bias/);
    expect(parts[1]?.options.filter(({ isKey }) => isKey)).toHaveLength(1);
  });

  test('names the misconception of a wrong point', async () => {
    const { item } = await practice.check('plot', {
      points: [{ part: 'ship', values: [{ field: 'depth', text: '12' }] }],
      choices: [],
    });
    const [part] = item.feedback?.detail?.['parts'] as { misconception: string }[];
    expect(part?.misconception).toMatch(/training-error-is-quality/);
  });

  test.each([
    ['shallow', 'NOT_A_NUMBER'],
    ['5', 'NO_SUCH_POINT'],
  ])('saves the point %s, and rejects it with %s when checked', async (text, reason) => {
    const { outcome } = await practice.check('plot', {
      points: [{ part: 'ship', values: [{ field: 'depth', text }] }],
      choices: [],
    });
    expect(outcome).toMatchObject({ __typename: 'InvalidAnswerProblem', reason });
  });

  test.each<[string, object, string]>([
    ['of an unknown part', { points: [], choices: [{ part: 'other', picked: [] }] }, 'UNKNOWN_PART'],
    ['of an unknown option', { points: [], choices: [{ part: 'gap', picked: ['a'] }] }, 'UNKNOWN_OPTION'],
    [
      'of a duplicate part',
      {
        points: [],
        choices: [
          { part: 'gap', picked: [] },
          { part: 'gap', picked: ['leak'] },
        ],
      },
      'WRONG_SHAPE',
    ],
    ['of a part named __proto__', { points: [], choices: [{ part: '__proto__', picked: [] }] }, 'WRONG_SHAPE'],
    [
      'of text over the length limit',
      { points: [{ part: 'ship', values: [{ field: 'depth', text: '1'.repeat(101) }] }], choices: [] },
      'TOO_LONG',
    ],
  ])('refuses an answer %s', async (_what, answer, reason) => {
    expect(await practice.save('plot', answer)).toEqual({ reason, response: null });
  });
});

describe('an ordering', () => {
  test('explains every precedence pair and every distractor', async () => {
    const { item } = await practice.check('ordering', { steps: ['log', 'canary', 'shadow', 'full', 'tune'] });
    expect(idsOf(item.content['steps']).sort()).toEqual(['canary', 'full', 'log', 'shadow', 'tune']);
    expect(item.feedback).toMatchObject({ possible: 1, detail: { example: ['log', 'shadow', 'canary', 'full'] } });
    expect(item.feedback?.earned).toBeCloseTo(4 / 6);
    expect(item.feedback?.detail?.['pairs']).toMatchObject([
      { first: 'log', then: 'shadow', isKept: true, misconception: null },
      {
        first: 'shadow',
        then: 'canary',
        isKept: false,
        misconception: expect.stringMatching('offline-is-enough') as string,
      },
      { first: 'canary', then: 'full', isKept: true },
    ]);
    expect(item.feedback?.detail?.['leftOut']).toMatchObject([{ step: 'tune', isPutIn: true }]);
  });

  test('is shuffled per attempt, and keeps its order within one attempt', async () => {
    const orders = new Set<string>();
    for (let draw = 0; draw < 6; draw++) {
      const { client, item } = await practice.open('ordering');
      orders.add(String(idsOf(item.content['steps'])));
      expect(idsOf((await practice.open('ordering', client)).item.content['steps'])).toEqual(
        idsOf(item.content['steps']),
      );
    }
    expect(orders.size).toBeGreaterThan(1);
  });

  test.each<[string, object, string]>([
    ['of an unknown step', { steps: ['log', 'train'] }, 'UNKNOWN_OPTION'],
    ['of a duplicate step', { steps: ['log', 'log'] }, 'WRONG_SHAPE'],
    ['of too many steps', { steps: Array.from({ length: 17 }, (_, index) => `s${index}`) }, 'TOO_LONG'],
  ])('refuses an answer %s', async (_what, answer, reason) => {
    expect(await practice.save('ordering', answer)).toEqual({ reason, response: null });
  });
});

describe('a reading', () => {
  test('shows numbered lines, and explains the lines and options', async () => {
    const { item } = await practice.check('reading', {
      lines: [
        { part: 'leak', lines: [4] },
        { part: 'held', lines: [1, 2] },
      ],
      choices: [{ part: 'effect', picked: ['falls'] }],
    });
    expect(item.content).toMatchObject({ language: 'python', context: 'Rows are hours in time order.' });
    expect(item.content['lines']).toHaveLength(4);
    expect(item.feedback?.earned).toBeCloseTo(2 / 3 + 1 / 2);
    expect(item.feedback?.detail?.['parts']).toMatchObject([
      { part: 'leak', earned: 0, acceptedLines: [1], misconceptions: [expect.stringMatching('split-is-the-leak')] },
      { part: 'held', acceptedLines: [1, 2, 4], misconceptions: [] },
      { part: 'effect', earned: 0.5, options: expect.arrayContaining([]) as object },
    ]);
  });

  test.each<[string, object, string]>([
    ['of a line beyond the last', { lines: [{ part: 'leak', lines: [5] }], choices: [] }, 'UNKNOWN_OPTION'],
    ['of line 0', { lines: [{ part: 'leak', lines: [0] }], choices: [] }, 'WRONG_SHAPE'],
    [
      'of two lines where one is asked for',
      { lines: [{ part: 'leak', lines: [1, 2] }], choices: [] },
      'TOO_MANY_OPTIONS',
    ],
    ['of lines for a choice', { lines: [{ part: 'effect', lines: [1] }], choices: [] }, 'UNKNOWN_PART'],
  ])('refuses an answer %s', async (_what, answer, reason) => {
    expect(await practice.save('reading', answer)).toEqual({ reason, response: null });
  });
});

describe('a short text', () => {
  test.each([
    ['ap', 1, 'ACCEPTED'],
    ['Area under the PR curve', 0.5, 'PARTIAL'],
    ['roc-auc', 0, 'WRONG'],
  ])('%s earns %d: %s', async (text, earned, match) => {
    const { item } = await practice.check('text', { text });
    expect(item.feedback).toMatchObject({ earned, possible: 1, pending: 0, markedBy: 'KEY', detail: { match } });
    expect(item.feedback?.detail?.['accepted']).toEqual(['average precision', 'AP']);
  });

  test('that matches no known answer is pending, and can be self-marked', async () => {
    const { client, item } = await practice.check('text', { text: 'mean precision over recall' });
    expect(item.feedback).toMatchObject({
      earned: 0,
      possible: 1,
      pending: 1,
      markedBy: null,
      detail: { match: null },
    });
    const marked = await client.markMyself(item.id, { meaning: 1 });
    expect(marked.item?.feedback).toMatchObject({ earned: 1, possible: 1, pending: 0, markedBy: 'SELF' });
  });

  test('is refused over the length limit', async () => {
    expect(await practice.save('text', { text: 'x'.repeat(61) })).toEqual({ reason: 'TOO_LONG', response: null });
    expect(await practice.save('text', { text: 'x'.repeat(201) })).toEqual({ reason: 'TOO_LONG', response: null });
  });
});
