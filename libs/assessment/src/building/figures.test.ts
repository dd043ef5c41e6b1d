import { checkDraft } from './check-draft';
import { exposureOf } from './exposure';
import { minutesOf, TIME_SPREAD } from './minutes';
import { standardErrorAt } from './standard-error';
import { bankOf, diceOf, draftOf, pool } from './test-banks';

describe('the standard error at the pass line', () => {
  test('is that of Lord: 12 of 20 right questions of the same weight give sqrt(12 · 8 / 19) = 2.248 questions', () => {
    expect(standardErrorAt(0.6, [{ count: 20, weight: 1 }])).toBeCloseTo(Math.sqrt((12 * 8) / 19) / 20, 12);
    expect(standardErrorAt(0.6, [{ count: 20, weight: 1 }])).toBeCloseTo(0.1124, 4);
  });

  test('adds up over strata: 10 questions of weight 1 and 5 of weight 2, each half of the points', () => {
    // 0.5² · 0.24 / 9 + 0.5² · 0.24 / 4 = 0.006667 + 0.015 = 0.021667
    const parts = [
      { count: 10, weight: 1 },
      { count: 5, weight: 2 },
    ];
    expect(standardErrorAt(0.6, parts)).toBeCloseTo(Math.sqrt(0.021667), 5);
  });

  test('pools weights that occur once by their effective number: weights 1, 2, 3 are (6²) / 14 = 2.571 questions', () => {
    const parts = [1, 2, 3].map((weight) => ({ count: 1, weight }));
    expect(standardErrorAt(0.5, parts)).toBeCloseTo(Math.sqrt(0.25 / (36 / 14 - 1)), 12);
  });

  test('does not depend on how questions of one weight are spread over entries', () => {
    const split = [4, 6].map((count) => ({ count, weight: 2 }));
    expect(standardErrorAt(0.7, split)).toBe(standardErrorAt(0.7, [{ count: 10, weight: 2 }]));
  });

  test('is not given where the formula says nothing: one question, no points, all points', () => {
    expect(standardErrorAt(0.5, [{ count: 1, weight: 1 }])).toBeNull();
    expect(standardErrorAt(0, [{ count: 9, weight: 1 }])).toBeNull();
    expect(standardErrorAt(1, [{ count: 9, weight: 1 }])).toBeNull();
  });

  test('falls with each further question of the same weight', () => {
    const errors = [2, 3, 5, 10, 40].map((count) => standardErrorAt(0.6, [{ count, weight: 1 }]) ?? 0);
    expect(errors).toEqual(errors.toSorted((a, b) => b - a));
  });
});

type Drawn = { readonly count: number; readonly minutes: readonly number[] };

/** Total times of simulated people, from the model that `minutes.ts` states. */
function simulated(parts: readonly Drawn[], people: number): readonly number[] {
  const rng = diceOf(7);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - rng.next())) * Math.cos(2 * Math.PI * rng.next());
  return Array.from({ length: people }, () => {
    const pace = Math.exp(TIME_SPREAD.pace * normal());
    const drawn = parts.flatMap(({ count, minutes }) => rng.shuffle(minutes).slice(0, count));
    return pace * drawn.reduce((sum, median) => sum + median * Math.exp(TIME_SPREAD.question * normal()), 0);
  }).toSorted((a, b) => a - b);
}

test.each<[string, Drawn[], number]>([
  ['one question', [{ count: 1, minutes: [20] }], 0.05],
  [
    'a draw of short ones and a long one',
    [
      { count: 4, minutes: [4, 5, 5, 6, 8, 10] },
      { count: 1, minutes: [45] },
    ],
    0.05,
  ],
  [
    'a draw of two from 5, 5, 40 and 45 minutes, whose distribution has several peaks',
    [{ count: 2, minutes: [5, 5, 40, 45] }],
    0.1,
  ],
])('median and 80th percentile of %s agree with 40,000 simulated people', (_name, parts, tolerance) => {
  const times = simulated(parts, 40_000);
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const { median, p80 } = minutesOf(
    parts.map(({ count, minutes }) => {
      const squares = sum(minutes.map((each) => each ** 2));
      return { count, size: minutes.length, minutes: sum(minutes), squares };
    }),
  );
  expect(Math.abs(median / (times[20_000] ?? 0) - 1)).toBeLessThan(tolerance);
  expect(Math.abs(p80 / (times[32_000] ?? 0) - 1)).toBeLessThan(tolerance);
});

test('without questions no time is needed', () => {
  expect(minutesOf([])).toEqual({ median: 0, p80: 0 });
});

describe('exposure', () => {
  test('two people share draw² / size questions of a pool, and all fixed ones', () => {
    const { sharedByTwo } = exposureOf([
      { draw: 2, size: 8 },
      { draw: 1, size: 1 },
    ]);
    expect(sharedByTwo).toBeCloseTo((4 / 8 + 1) / 3, 12);
  });

  test('of a pool of 365 that draws one, 22 people repeat none more likely than not, as in the birthday problem', () => {
    expect(exposureOf([{ draw: 1, size: 365 }]).peopleBeforeRepeat).toBe(22);
  });

  test('one person can take what is fixed, or a pool that draws more than half of its questions', () => {
    expect(exposureOf([{ draw: 1, size: 1 }]).peopleBeforeRepeat).toBe(1);
    expect(exposureOf([{ draw: 3, size: 5 }]).peopleBeforeRepeat).toBe(1);
    expect(exposureOf([])).toEqual({ sharedByTwo: 0, peopleBeforeRepeat: 0 });
  });
});

test('a person of the level of the position is expected to get 60 % of the points of questions of that level', () => {
  const draft = draftOf([pool('p', { draw: 2 })], { level: 'mid' });
  const at = (level: number) => checkDraft(draft, bankOf([{ level }, { level }])).figures.expectedScore ?? 0;
  expect(at(3)).toBeCloseTo(0.6, 12);
  expect(at(2)).toBeGreaterThan(0.6);
  expect(at(4)).toBeLessThan(0.6);
  expect(checkDraft({ ...draft, level: null }, bankOf([{}])).figures.expectedScore).toBeNull();
});
