import fc from 'fast-check';
import { agreementOf } from './agreement';
import { cohenKappa, type DisagreementWeights } from './kappa';
import type { LevelPair } from './marks';

/** The pairs of a table of counts. */
const pairsOfTable = (table: readonly (readonly number[])[]): LevelPair[] =>
  table.flatMap((row, a) => row.flatMap((count, b) => Array.from({ length: count }, (): LevelPair => [a, b])));

const DIAGNOSES = pairsOfTable([
  [88, 14, 18],
  [10, 40, 10],
  [2, 6, 12],
]);
const COHEN_1968 = [
  [0, 1, 3],
  [1, 0, 6],
  [3, 6, 0],
];

// The table of J. Cohen, Psychological Bulletin 70 (1968), 213-220, in counts of 200. Values by an independent computation in numpy.
test.each<[string, DisagreementWeights, number]>([
  ['unweighted', 'unweighted', 0.4915254],
  ['linear', 'linear', 0.4736842],
  ['quadratic', 'quadratic', 0.4545455],
  ['with Cohen’s own weights', COHEN_1968, 0.3478261],
])('kappa of Cohen’s table, %s', (_name, weights, value) => {
  expect(cohenKappa(DIAGNOSES, { levels: 3, weights })).toMatchObject({ value: expect.closeTo(value, 6), n: 200 });
});

// D. G. Bonett, R package statpsych, example of ci.kappa(.05, 31, 12, 4, 58): Cohen kappa .6756757 (.5317210, .8196303).
test('the interval of kappa is that of statpsych', () => {
  const pairs = pairsOfTable([
    [31, 12],
    [4, 58],
  ]);
  expect(cohenKappa(pairs, { levels: 2, weights: 'unweighted' })).toMatchObject({
    value: expect.closeTo(0.6756757, 6),
    low: expect.closeTo(0.531721, 6),
    high: expect.closeTo(0.8196303, 6),
  });
});

test('full agreement is 1, with an interval that has a width and shrinks with more answers', () => {
  const low = (n: number): number => {
    const kappa = cohenKappa(
      pairsOfTable([
        [n, 0],
        [0, n],
      ]),
      { levels: 2, weights: 'quadratic' },
    );
    expect(kappa).toMatchObject({ kind: 'estimate', value: 1, high: 1 });
    return kappa.kind === 'estimate' ? kappa.low : Number.NaN;
  };
  expect(low(6)).toBeLessThan(0.6);
  expect(low(60)).toBeGreaterThan(low(6));
  expect(low(60)).toBeLessThan(1);
});

test('too few answers, and one level throughout, give no kappa', () => {
  const options = { levels: 3, weights: 'quadratic' } as const;
  expect(cohenKappa([], options)).toEqual({ kind: 'tooFew', n: 0, needed: 10 });
  expect(cohenKappa(DIAGNOSES.slice(0, 9), options)).toEqual({ kind: 'tooFew', n: 9, needed: 10 });
  expect(cohenKappa(pairsOfTable([[0], [0, 12]]), options)).toEqual({ kind: 'noVariance', n: 12 });
});

test('a level that the rubric has not is refused', () => {
  expect(() => cohenKappa([[0, 3]], { levels: 3, weights: 'linear', needed: 1 })).toThrow(RangeError);
});

const pairs = fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { minLength: 10, maxLength: 60 });
const weights = fc.constantFrom('unweighted', 'linear', 'quadratic');

test('kappa lies in its interval, within -1 and 1, and does not depend on which reviewer is first', () => {
  fc.assert(
    fc.property(pairs, weights, (drawn, kind) => {
      const options = { levels: 5, weights: kind } as const;
      const kappa = cohenKappa(drawn, options);
      if (kappa.kind !== 'estimate') return;
      const swapped = cohenKappa(
        drawn.map(([a, b]) => [b, a]),
        options,
      );
      expect(swapped.kind === 'estimate' && swapped.value).toBeCloseTo(kappa.value, 9);
      expect(kappa.low).toBeLessThan(kappa.high);
      const ends = [-1, kappa.low, kappa.value, kappa.high, 1];
      expect([...ends].sort((a, b) => a - b)).toEqual(ends);
    }),
  );
});

test('of two levels, all weights give the same kappa', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(1), fc.nat(1)), { minLength: 10, maxLength: 40 }), weights, (drawn, kind) => {
      const plain = cohenKappa(drawn, { levels: 2, weights: 'unweighted' });
      const weighted = cohenKappa(drawn, { levels: 2, weights: kind });
      expect(weighted.kind).toBe(plain.kind);
      if (weighted.kind === 'estimate' && plain.kind === 'estimate')
        expect(weighted.value).toBeCloseTo(plain.value, 12);
    }),
  );
});

test('exact and adjacent agreement are shares of the answers', () => {
  expect(agreementOf(DIAGNOSES)).toMatchObject({ exact: { value: 0.7, n: 200 }, adjacent: { value: 0.9 } });
  expect(agreementOf([])).toEqual({
    exact: { kind: 'tooFew', n: 0, needed: 10 },
    adjacent: { kind: 'tooFew', n: 0, needed: 10 },
  });
});
