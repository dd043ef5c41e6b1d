import type { Example } from './example';

const unknown = {
  __typename: 'TextFeedback',
  accepted: ['data drift'],
  match: null,
  why: null,
  misconception: null,
} as const;
export const TEXT = {
  content: {
    __typename: 'TextContent',
    statement: 'What is it called when inputs have moved?',
    hints: [],
    maxLength: 40,
    ignoresCase: true,
    ignoresPunctuation: false,
  },
  draft: { kind: 'text', text: 'concept drift' },
  answer: { __typename: 'TextAnswer', text: 'concept drift' },
  explained: [
    { name: 'Explained, to be marked by the writer', detail: unknown, pending: 1 },
    {
      name: 'Explained, a known wrong answer',
      detail: { ...unknown, match: 'WRONG', why: 'The labels stay.', misconception: 'All drift is concept drift.' },
    },
    { name: 'Explained, accepted', detail: { ...unknown, match: 'ACCEPTED' } },
  ],
} as const satisfies Example;

const criterion = (level: number | null) =>
  ({
    __typename: 'RubricCriterion',
    id: 'cost',
    title: 'Cost of each error',
    block: null,
    weight: 2,
    levels: ['Names none.', 'Names one.', 'Names both, and to whom.'],
    level,
  }) as const;
const rest = {
  redFlags: [{ __typename: 'RedFlag', text: 'Promises 99 %.', misconception: null }],
  sample: {
    __typename: 'SampleAnswer',
    text: 'I would ask what each kind of error costs.',
    levels: [{ __typename: 'CriterionLevel', criterion: 'cost', level: 1 }],
  },
} as const;

const followUp = { __typename: 'FollowUp', id: 'f', ask: 'And then?', maxWords: 9 } as const;

export const SCENARIO = {
  content: {
    __typename: 'ScenarioContent',
    statement: 'A manager asks for a model without errors. What do you say?',
    hints: [],
    words: { __typename: 'WordLimits', min: 2, max: 8 },
    followUps: [],
    hasMore: true,
  },
  draft: { kind: 'scenario', part: 'prompt', text: 'I would ask what each error costs.' },
  answer: {
    __typename: 'ScenarioAnswer',
    texts: [{ __typename: 'PartText', part: 'prompt', text: 'I would ask what each error costs.' }],
  },
  explained: [
    {
      name: 'Explained, to be marked by the writer',
      detail: { __typename: 'ScenarioFeedback', followUps: [followUp], rubric: [criterion(null)], ...rest },
      pending: 2,
    },
    {
      name: 'Explained, marked',
      detail: { __typename: 'ScenarioFeedback', followUps: [], rubric: [criterion(2)], ...rest },
    },
  ],
} as const satisfies Example;

const numbers = [
  {
    __typename: 'DesignNumberFeedback',
    id: 'cost',
    earned: 2,
    possible: 2,
    value: 26,
    low: 24,
    high: 28,
    why: 'Three servers for a day.',
    misconception: null,
  },
] as const;
export const DESIGN = {
  content: {
    __typename: 'DesignContent',
    statement: 'Design the checks of a new sensor network.',
    hints: [],
    blocks: [
      {
        __typename: 'DesignBlock',
        id: 'goal',
        title: 'Goal and decision',
        ask: 'What is decided, and by whom?',
        words: { __typename: 'WordLimits', min: 0, max: 4 },
      },
    ],
    numbers: [{ __typename: 'DesignNumber', id: 'cost', block: 'goal', ask: 'Cost a day', unit: 'euros', points: 2 }],
  },
  draft: { kind: 'design', scene: null, blocks: { goal: 'Who is called first' }, numbers: { cost: '26' } },
  answer: {
    __typename: 'DesignAnswer',
    scene: null,
    blocks: [{ __typename: 'PartText', part: 'goal', text: 'Who is called first' }],
    numbers: [{ __typename: 'NumberText', id: 'cost', text: '26', readAs: 26 }],
  },
  explained: [
    {
      name: 'Explained, to be marked by the writer',
      detail: { __typename: 'DesignFeedback', numbers, rubric: [criterion(null)], probes: ['Who pays?'], ...rest },
      pending: 2,
    },
    {
      name: 'Explained, marked',
      detail: { __typename: 'DesignFeedback', numbers, rubric: [criterion(2)], probes: ['Who pays?'], ...rest },
    },
  ],
} as const satisfies Example;

const shape = (id: string, x: number, type = 'rectangle') => ({ id, type, x, y: 0, width: 120, height: 60 });
/** As Excalidraw saves it: sizes of a drawing, not of the site. */
const LETTERING = JSON.parse('{"fontSize":20,"fontFamily":5,"lineHeight":1.25}') as object;
const label = (id: string, x: number, text: string) => {
  const box = { x, y: 18, width: 80, height: 25 };
  return { id, type: 'text', text, ...box, ...LETTERING };
};
const sceneOf = (elements: readonly object[]): string => JSON.stringify({ type: 'excalidraw', version: 2, elements });

/** Two drawings of one design. */
export const DRAWN = {
  mine: sceneOf([shape('a', 0), label('b', 20, 'Sensors'), shape('c', 200, 'ellipse'), label('d', 225, 'Alerts')]),
  theirs: sceneOf([shape('a', 0), label('b', 20, 'Sensors')]),
} as const;
