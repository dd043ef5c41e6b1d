import type { Example } from './example';

const option = (id: string, text: string) => ({ __typename: 'ChoiceOption', id, text }) as const;
const reason = (id: string, isKey: boolean, why: string, misconception: string | null = null) =>
  ({ __typename: 'OptionFeedback', id, isKey, why, misconception }) as const;

export const CHOICE = {
  content: {
    __typename: 'ChoiceContent',
    statement: 'One reading in 120 is faulty. Which metric shows whether faults are found?',
    hints: ['What does a constant answer score?'],
    choose: 'ONE',
    options: [option('a', 'Accuracy'), option('b', 'Recall of the faulty class'), option('c', 'Specificity')],
  },
  draft: { kind: 'choice', picked: ['a'] },
  answer: { __typename: 'ChoiceAnswer', picked: ['a'] },
  explained: [
    {
      name: 'Explained, every option with its reason',
      detail: {
        __typename: 'ChoiceFeedback',
        options: [
          reason('a', false, 'A constant "normal" is right 119 times in 120.', 'Accuracy is quality.'),
          reason('b', true, 'It counts the faults that are found.'),
          reason('c', false, 'It counts normal readings only.'),
        ],
      },
    },
  ],
} as const satisfies Example;

const numericDetail = { __typename: 'NumericFeedback', value: 12.5, low: 12.4, high: 12.6, unit: 'kg' } as const;
export const NUMERIC = {
  content: {
    __typename: 'NumericContent',
    statement: 'How heavy is it?',
    hints: [],
    unit: 'kg',
    writeAs: 'One decimal',
  },
  draft: { kind: 'numeric', text: '1,250' },
  answer: { __typename: 'NumericAnswer', text: '1,250', readAs: 1250 },
  explained: [
    { name: 'Explained', detail: { ...numericDetail, misconception: null } },
    { name: 'Explained, with a misconception', detail: { ...numericDetail, misconception: 'Grams were left out.' } },
  ],
} as const satisfies Example;

const depth = { __typename: 'PlotColumn', field: 'depth', title: 'Depth', isNumber: true } as const;
const range = { __typename: 'FieldRange', field: 'depth', low: null, high: null } as const;
const rows = [1, 2, 3, 4, 5].map((x) => ({ depth: x, error: (x - 3) ** 2 + 2 }));
export const PLOT = {
  content: {
    __typename: 'PlotContent',
    statement: 'Which depth would you ship?',
    hints: [],
    spec: JSON.stringify({
      data: { values: rows },
      mark: { type: 'line', point: true },
      encoding: { x: { field: 'depth', type: 'quantitative' }, y: { field: 'error', type: 'quantitative' } },
    }),
    alt: 'The validation error falls up to depth 3 and then rises.',
    table: {
      __typename: 'PlotTable',
      columns: [depth, { ...depth, field: 'error', title: 'Error' }],
      rows: rows.map((row) => [String(row.depth), String(row.error)]),
    },
    parts: [{ __typename: 'PointPart', id: 'ship', ask: 'Pick it.', points: 2, pick: 'ROW', fields: [depth] }],
  },
  draft: { kind: 'plot', points: { ship: { depth: '2' } }, choices: {} },
  answer: {
    __typename: 'PlotAnswer',
    points: [
      {
        __typename: 'PointAnswer',
        part: 'ship',
        values: [{ __typename: 'FieldText', field: 'depth', text: '2', readAs: 2 }],
      },
    ],
    choices: [],
  },
  explained: [
    {
      name: 'Explained',
      detail: {
        __typename: 'PlotFeedback',
        parts: [
          {
            __typename: 'PointFeedback',
            part: 'ship',
            earned: 1,
            possible: 2,
            why: 'The validation error is lowest there.',
            accepted: [{ ...range, values: ['3'] }],
            partial: [
              { __typename: 'PartialPlace', fields: [{ ...range, values: ['2'] }], share: 0.5, why: 'Near it.' },
            ],
            misconception: 'Training error is quality.',
          },
        ],
      },
    },
  ],
} as const satisfies Example;

const step = (id: string, text: string) => ({ __typename: 'OrderingStep', id, text }) as const;
const pair = (first: string, then: string, isKept: boolean, why: string | null) =>
  ({ __typename: 'PairFeedback', first, then, isKept, why, misconception: null }) as const;
export const ORDERING = {
  content: {
    __typename: 'OrderingContent',
    statement: 'In which order are these done?',
    hints: [],
    steps: [step('fit', 'Fit the model'), step('split', 'Split the data'), step('peek', 'Look at the *test* rows')],
  },
  draft: { kind: 'ordering', steps: ['fit', 'split'] },
  answer: { __typename: 'OrderingAnswer', steps: ['fit', 'split'] },
  explained: [
    {
      name: 'Explained',
      detail: {
        __typename: 'OrderingFeedback',
        example: ['split', 'fit'],
        pairs: [pair('split', 'fit', false, 'Test rows must not be fitted on.')],
        leftOut: [
          {
            __typename: 'LeftOutFeedback',
            step: 'peek',
            isPutIn: false,
            why: 'It decides nothing.',
            misconception: null,
          },
        ],
      },
    },
  ],
} as const satisfies Example;

export const READING = {
  content: {
    __typename: 'ReadingContent',
    statement: 'The score is too good.',
    hints: [],
    language: 'python',
    lines: ['X = scale(rows)', 'a, b = split(X)', '', 'print(score(a, b))'],
    context: 'Rows are in time order.',
    parts: [
      { __typename: 'LinePart', id: 'where', ask: 'Which line leaks?', points: 1, mark: 'ONE' },
      {
        __typename: 'ChoicePart',
        id: 'effect',
        ask: 'What follows?',
        points: 1,
        choose: 'ONE',
        options: [option('up', 'The score is too high'), option('same', 'Nothing')],
      },
    ],
  },
  draft: { kind: 'reading', lines: { where: [2] }, choices: { effect: ['up'] } },
  answer: {
    __typename: 'ReadingAnswer',
    lines: [{ __typename: 'LineAnswer', part: 'where', lines: [2] }],
    choices: [{ __typename: 'ChoicePartAnswer', part: 'effect', picked: ['up'] }],
  },
  explained: [
    {
      name: 'Explained',
      detail: {
        __typename: 'ReadingFeedback',
        parts: [
          {
            __typename: 'LineFeedback',
            part: 'where',
            earned: 0,
            possible: 1,
            why: 'The mean is taken over later rows.',
            acceptedLines: [1],
            partial: [],
            misconceptions: ['Splitting leaks.'],
          },
          {
            __typename: 'ChoicePartFeedback',
            part: 'effect',
            earned: 1,
            possible: 1,
            options: [reason('up', true, 'Later rows are known.'), reason('same', false, 'They are known.')],
          },
        ],
      },
    },
  ],
} as const satisfies Example;
