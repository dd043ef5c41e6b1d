import { itemFlags } from './item-flags';
import type { ItemStatistics } from './item-statistics';
import { type OptionChoice, optionStatistics, type QuestionOption } from './option-statistics';
import type { Figure } from '../figure';

const OPTIONS: QuestionOption[] = [
  { optionId: 'key', isKey: true },
  { optionId: 'lure', isKey: false },
  { optionId: 'never', isKey: false },
];

/** 100 persons with totals 0.00 to 0.99; the better ones choose `of(index)`. */
const choices = (of: (index: number) => string): OptionChoice[] =>
  Array.from({ length: 100 }, (_, index) => ({ chosen: [of(index)], total: index / 100, rest: index / 100 }));
const good = choices((index) => (index >= 40 ? 'key' : 'lure'));
const bad = choices((index) => (index >= 40 ? 'lure' : 'key'));

function optionsOf(of: readonly OptionChoice[]) {
  const options = optionStatistics(OPTIONS, of);
  if (options.kind !== 'options') throw new Error(options.kind);
  return options;
}

test('an option is counted in each fifth of the totals', () => {
  const [key, lure, never] = optionsOf(good).options;
  expect(key?.byFifth.map(({ share }) => share)).toEqual([0, 0, 1, 1, 1]);
  expect(lure?.byFifth.map(({ share }) => share)).toEqual([1, 1, 0, 0, 0]);
  expect(key?.byFifth.map(({ n }) => n)).toEqual([20, 20, 20, 20, 20]);
  expect(key?.share).toMatchObject({ value: 0.6, n: 100 });
  expect(never?.optionRest).toEqual({ kind: 'noVariance', n: 100 });
});

// Point-biserial of 60 above 40 in 0..99: numpy.corrcoef(index >= 40, index) = 0.8485706.
test('choosing an option is correlated with the points in the other items', () => {
  const [key, lure] = optionsOf(good).options;
  expect(key?.optionRest).toMatchObject({ value: expect.closeTo(0.8485706, 6) });
  expect(lure?.optionRest).toMatchObject({ value: expect.closeTo(-0.8485706, 6) });
});

test('persons with equal totals are in one fifth, and a fifth may be empty', () => {
  const same = good.map((choice) => ({ ...choice, total: 0.5 }));
  expect(optionsOf(same).options[0]?.byFifth).toEqual([
    { share: null, n: 0 },
    { share: null, n: 0 },
    { share: 0.6, n: 100 },
    { share: null, n: 0 },
    { share: null, n: 0 },
  ]);
});

test('of several chosen options each is counted', () => {
  const both = good.map((choice) => ({ ...choice, chosen: ['key', 'lure'] }));
  expect(optionsOf(both).options.map(({ share }) => share.kind === 'estimate' && share.value)).toEqual([1, 1, 0]);
});

test('49 persons are too few', () => {
  expect(optionStatistics(OPTIONS, good.slice(0, 49))).toEqual({ kind: 'tooFew', n: 49, needed: 50 });
});

const figure = (value: number, low: number, high: number): Figure => ({ kind: 'estimate', value, low, high, n: 100 });
const item = (some: Partial<ItemStatistics>): ItemStatistics => ({
  questionVersionId: 'q',
  weight: 1,
  presented: 100,
  reached: 100,
  facility: figure(0.6, 0.5, 0.7),
  itemRest: figure(0.4, 0.2, 0.5),
  omitted: figure(0, 0, 0.04),
  notReached: figure(0, 0, 0.04),
  ...some,
});

test.each<[string, Partial<ItemStatistics>, string[]]>([
  ['an ordinary item', {}, []],
  ['a negative correlation', { itemRest: figure(-0.2, -0.38, -0.01) }, ['MAY_BE_MISKEYED']],
  ['a correlation that may be negative by chance', { itemRest: figure(-0.05, -0.4, 0.31) }, []],
  ['a correlation of about 0', { itemRest: figure(0.05, -0.15, 0.24) }, ['DOES_NOT_DISCRIMINATE']],
  ['nearly all right', { facility: figure(0.99, 0.96, 1) }, ['TOO_EASY']],
  ['perhaps nearly all right', { facility: figure(0.97, 0.9, 0.99) }, []],
  ['nearly all wrong', { facility: figure(0.03, 0.01, 0.08) }, ['TOO_HARD']],
  ['many omit', { omitted: figure(0.3, 0.2, 0.4) }, ['MANY_OMIT']],
  ['many do not reach it', { notReached: figure(0.3, 0.2, 0.4) }, ['MANY_NOT_REACHED']],
  ['too few', { facility: { kind: 'tooFew', n: 3, needed: 10 }, itemRest: { kind: 'noVariance', n: 40 } }, []],
])('%s: %s', (_name, some, codes) => {
  expect(itemFlags(item(some), null).map(({ code }) => code)).toEqual(codes);
});

test('an option that good candidates prefer to the key may be the key, and one that nobody chooses is named', () => {
  expect(itemFlags(item({}), optionsOf(bad))).toEqual([
    { code: 'MAY_BE_MISKEYED', optionId: 'lure', correlation: expect.closeTo(0.8485706, 6) },
    { code: 'OPTION_NEVER_CHOSEN', optionId: 'never', share: 0 },
  ]);
  expect(itemFlags(item({}), optionsOf(good)).map(({ code }) => code)).toEqual(['OPTION_NEVER_CHOSEN']);
});
