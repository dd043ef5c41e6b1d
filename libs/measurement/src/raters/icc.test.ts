import fc from 'fast-check';
import { fleissKappa } from './fleiss-kappa';
import { type IntraclassCorrelations, intraclassCorrelations } from './icc';

/** Six targets by four judges: Shrout and Fleiss 1979, table 2. */
const SHROUT_FLEISS = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
];

// Shrout and Fleiss 1979 print .17 .29 .71 .44 .62 .91. More digits, and the intervals with the F quantiles of scipy 1.17, by an
// independent computation, that of ICC(2,1) in the form of K. O. McGraw and S. P. Wong, Psychological Methods 1 (1996), 30-46.
test.each<[keyof IntraclassCorrelations, number, number, number]>([
  ['icc1Single', 0.1657, -0.1329, 0.7226],
  ['icc2Single', 0.2898, 0.0188, 0.7611],
  ['icc3Single', 0.7148, 0.3425, 0.9459],
  ['icc1Mean', 0.4428, -0.8844, 0.9124],
  ['icc2Mean', 0.6201, 0.0711, 0.9272],
  ['icc3Mean', 0.9093, 0.6757, 0.9859],
])('%s of the example of Shrout and Fleiss', (name, value, low, high) => {
  expect(intraclassCorrelations(SHROUT_FLEISS, 6)[name]).toMatchObject({
    value: expect.closeTo(value, 4),
    low: expect.closeTo(low, 4),
    high: expect.closeTo(high, 4),
    n: 6,
  });
});

test('too few answers or reviewers, and equal answers, give no correlation', () => {
  expect(intraclassCorrelations([]).icc2Single).toEqual({ kind: 'tooFew', n: 0, needed: 10 });
  expect(intraclassCorrelations(SHROUT_FLEISS).icc2Single).toEqual({ kind: 'tooFew', n: 6, needed: 10 });
  expect(intraclassCorrelations(new Array(12).fill([3])).icc1Mean).toEqual({ kind: 'tooFew', n: 1, needed: 2 });
  expect(intraclassCorrelations(new Array(12).fill([3, 3])).icc3Mean).toEqual({ kind: 'noVariance', n: 12 });
});

test('a missing mark is refused', () => {
  expect(() => intraclassCorrelations([[1, 2], [1]], 2)).toThrow(RangeError);
});

test('full agreement is 1, with an interval that has a width', () => {
  const figures = intraclassCorrelations(Array.from({ length: 12 }, (_, row) => [row % 4, row % 4]));
  for (const figure of Object.values(figures)) {
    expect(figure).toMatchObject({ kind: 'estimate', value: 1, high: 1 });
    expect(figure.kind === 'estimate' ? figure.low : 1).toBeLessThan(1);
  }
});

test('the mean of several marks is at least as reliable as one mark, if one is at all', () => {
  const row = fc.tuple(fc.nat(5), fc.nat(5), fc.nat(5));
  fc.assert(
    fc.property(fc.array(row, { minLength: 10, maxLength: 30 }), (table) => {
      const { icc2Single: one, icc2Mean: mean } = intraclassCorrelations(table);
      if (one.kind !== 'estimate' || mean.kind !== 'estimate') return;
      for (const figure of [one, mean]) expect(Number.isFinite(figure.low) && Number.isFinite(figure.high)).toBe(true);
      if (one.value > 0) expect(mean.value).toBeGreaterThanOrEqual(one.value - 1e-12);
    }),
  );
});

/** Ten subjects, 14 raters, five categories: the worked example of the English Wikipedia's article "Fleiss' kappa" (0.210). */
const PSYCHIATRIC = [
  [0, 0, 0, 0, 14],
  [0, 2, 6, 4, 2],
  [0, 0, 3, 5, 6],
  [0, 3, 9, 2, 0],
  [2, 2, 8, 1, 1],
  [7, 7, 0, 0, 0],
  [3, 2, 6, 3, 0],
  [2, 5, 3, 2, 2],
  [6, 5, 2, 1, 0],
  [0, 2, 2, 3, 7],
];

test('Fleiss’s kappa of the worked example', () => {
  expect(fleissKappa(PSYCHIATRIC)).toMatchObject({ kind: 'estimate', value: expect.closeTo(0.20993, 5), n: 10 });
});

test('Fleiss’s kappa of few answers, of one category and of unequal numbers of marks', () => {
  expect(fleissKappa(PSYCHIATRIC.slice(1))).toEqual({ kind: 'tooFew', n: 9, needed: 10 });
  expect(fleissKappa(new Array(10).fill([0, 3]))).toEqual({ kind: 'noVariance', n: 10 });
  expect(() => fleissKappa([...PSYCHIATRIC, [1, 0, 0, 0, 0]])).toThrow(RangeError);
});
