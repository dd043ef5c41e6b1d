import { EXAMPLE_BANK } from '@holdout/testing';
import { kindOf, type QuestionBundle, type QuestionKind, readBank, type WholeItem } from '../index';
import { aBank, sha256 } from '../test-bank';
import { examplesOf } from './test-examples';

const example = examplesOf(readBank(EXAMPLE_BANK, { sha256 }));
const { answerOf } = example;
const ownBank = examplesOf(readBank(aBank(), { sha256 }));
const numeric = { candidate: { unit: '' }, secret: {}, draw: null, revealed: [], variant: null };

function wholeOf(kind: QuestionKind, more: object = {}): WholeItem<QuestionBundle> {
  if (kind === 'numeric') return { ...numeric, ...more } as unknown as WholeItem<QuestionBundle>;
  return (kind === 'choice' || kind === 'code' ? ownBank : example).wholeOf(kind, more);
}

/** The points of an answer after its question got another key; null if the key does not fit. */
function earned(kind: QuestionKind, key: object, answer: object, more: object = {}): number | null {
  const item = kindOf(kind).rekeyed(wholeOf(kind, more), key);
  return item && kindOf(kind).score(item, answerOf(kind, answer)).earned;
}

const choiceOptions = wholeOf('choice').candidate as unknown as {
  readonly options: readonly { readonly id: string }[];
};
const [first, second] = choiceOptions.options.map(({ id }) => id);
const variant = {
  answer: { value: 12, absTol: 0.1 },
  wrong: [{ value: 20, misconception: 'transposed-conditional' }],
};

test('a choice of one with two keys accepts each of them', () => {
  for (const picked of [first, second])
    expect(earned('choice', { keys: [first, second] }, { picked: [picked] })).toBe(1);
  expect(earned('choice', { keys: [second] }, { picked: [first] })).toBe(0);
});

test.each([
  ['a wider tolerance', { absTol: 1 }, '12.9', 1],
  ['the value of a known mistake', { misconception: 'transposed-conditional' }, '20', 1],
  ['the value of a known mistake, for the old answer', { misconception: 'transposed-conditional' }, '12', 0],
])('a number with %s', (_name, key, text, points) => {
  expect(earned('numeric', key, { text }, { variant })).toBe(points);
});

test('a text has other accepted answers', () => {
  expect(earned('text', { accept: ['something else'] }, { text: 'Something  ELSE' })).toBe(1);
});

test('a part of a reading gets other lines, and the others keep their key', () => {
  expect(earned('reading', { parts: { leak: { lines: [2] } } }, { parts: { leak: { lines: [2] } } })).toBe(1);
  expect(earned('reading', { parts: { leak: { lines: [2] } } }, { parts: { held: { lines: [4, 1, 2] } } })).toBe(
    kindOf('reading').score(wholeOf('reading'), answerOf('reading', { parts: { held: { lines: [4, 1, 2] } } })).earned,
  );
});

test('a part of a plot accepts another place', () => {
  const answer = { parts: { ship: { point: { depth: '12' } } } };
  expect(earned('plot', { parts: { ship: { accept: { depth: [12] } } } }, answer)).toBe(2);
});

test('an ordering gets another order', () => {
  const { steps } = wholeOf('ordering').candidate as unknown as { readonly steps: readonly { readonly id: string }[] };
  const example = steps.map(({ id }) => id);
  const [one = '', two = ''] = example;
  const key = { before: [{ first: one, then: two }], leaveOut: [], example };
  expect(earned('ordering', key, { steps: [one, two] })).toBe(1);
  expect(earned('ordering', key, { steps: [two, one] })).toBe(0);
  expect(earned('ordering', { ...key, example: [two, one] }, { steps: [] })).toBeNull();
});

test.each<[QuestionKind, object]>([
  ['choice', { keys: [] }],
  ['choice', { keys: ['no such option'] }],
  ['choice', { accept: ['a'] }],
  ['numeric', {}],
  ['numeric', { absTol: -1 }],
  ['text', { accept: [' '] }],
  ['reading', { parts: { leak: { lines: [99_999] } } }],
  ['reading', { parts: { leak: { keys: ['a'] } } }],
  ['reading', { parts: { other: { lines: [1] } } }],
  ['plot', { parts: { ship: { accept: { other: [1] } } } }],
  ['plot', { parts: { gap: { keys: ['none'] } } }],
  ['scenario', { keys: ['a'] }],
  ['code', { keys: ['a'] }],
])('a key of %s that does not fit is refused: %j', (kind, key) => {
  expect(kindOf(kind).rekeyed(wholeOf(kind), key)).toBeNull();
});
