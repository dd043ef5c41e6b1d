import fc from 'fast-check';
import { conditionalError, type MeasuredItem, scoreBand } from './score-band';
import { rightItems as right, someBand } from './test-bands';

const item = (earned: number, some: Partial<MeasuredItem> = {}): MeasuredItem => ({
  earned,
  possible: 1,
  pending: 0,
  weight: 1,
  ...some,
});
// R. G. Newcombe, Statistics in Medicine 17 (1998), 857-872, Table I, method 3: 81 of 263 is 0.2553 to 0.3662, 0 of 20 is 0 to 0.1611.
test.each([
  [81, 263, 25.53, 36.62],
  [0, 20, 0, 16.11],
])('%i of %i right has the published score interval', (k, of, low, high) => {
  const band = someBand(right(k, of));
  expect(band.low).toBeCloseTo(low, 2);
  expect(band.high).toBeCloseTo(high, 2);
  expect(band).toMatchObject({ method: 'lord', group: null, items: of, effectiveItems: of });
});

// F. M. Lord 1955: x(k - x)/(k - 1) for x of k right. Keats's factor of LSAT6 is (1 - .2949972)/(1 - .1964412).
test.each([
  [1, 1, 1],
  [2, 1, 1.2247449],
  [3, (1 - 0.2949972) / (1 - 0.1964412), 1.1471817],
  [4, (1 - 0.2949972) / (1 - 0.1964412), 0.93667],
])('the conditional standard error at %i of 5 right with factor %d is %d', (x, factor, error) => {
  expect(5 * (conditionalError(x / 5, 5, factor) ?? 0)).toBeCloseTo(error, 5);
});

test('where the formula gives an error of 0, there is none', () => {
  expect(conditionalError(0, 40)).toBeNull();
  expect(conditionalError(1, 40)).toBeNull();
  expect(conditionalError(0.5, 1)).toBeNull();
});

test('without items that count there is no score', () => {
  expect(scoreBand([], null)).toEqual({ kind: 'noScore', reason: 'noItems' });
  expect(scoreBand([item(1, { state: 'withdrawn' }), item(0, { possible: 0 })], null)).toEqual({
    kind: 'noScore',
    reason: 'noItems',
  });
});

test('a withdrawn item changes nothing', () => {
  expect(someBand([...right(3, 6), item(0, { state: 'withdrawn' })])).toEqual(someBand(right(3, 6)));
});

test('before anything is marked there is no score', () => {
  expect(scoreBand([item(0, { pending: 1 })], null)).toEqual({ kind: 'noScore', reason: 'allPending' });
});

test('with marks missing the value is that of the marked points, the band contains both bounds, and the error is the own items’', () => {
  const band = someBand([...right(6, 8), item(0, { possible: 4, pending: 4, weight: 2 })], { factor: 0.5, n: 100 });
  expect(band).toMatchObject({ value: 75, isProvisional: true, pendingItems: 1, items: 9, method: 'lord' });
  expect(band.bounds).toEqual({ low: 60, high: 80 });
  expect(band.low).toBeLessThan(60);
  expect(band.high).toBeGreaterThan(80);
});

test('a part of an item that is not marked yet makes the score provisional', () => {
  const band = someBand([item(1), item(3, { possible: 10, pending: 5 })]);
  expect(band.value).toBeCloseTo((100 * 1.3) / 1.5, 9);
  expect(band.bounds).toEqual({ low: 65, high: 90 });
});

test('the error of a group makes the band narrower and is named', () => {
  const [own, group] = [someBand(right(20, 30)), someBand(right(20, 30), { factor: 0.5, n: 100 })];
  expect(group).toMatchObject({ method: 'alpha', group: 100, effectiveItems: 60 });
  expect(group.high - group.low).toBeLessThan(own.high - own.low);
});

test('one heavy item makes the band wider than equal weights do', () => {
  const heavy = [item(1, { weight: 10 }), ...right(5, 10)];
  expect(someBand(heavy).effectiveItems).toBeCloseTo(400 / 110, 9);
});

test('few items are named', () => {
  expect(someBand(right(4, 4)).isFewItems).toBe(true);
  expect(someBand(right(4, 5)).isFewItems).toBe(false);
});

const anyItem = fc
  .record({
    possible: fc.integer({ min: 1, max: 10 }),
    weight: fc.integer({ min: 1, max: 5 }),
    state: fc.constantFrom('answered' as const, 'omitted' as const, 'withdrawn' as const),
  })
  .chain(({ possible, ...rest }) =>
    fc.record({ earned: fc.nat(possible), pending: fc.constantFrom(0, 0, 0, 1) }).map(({ earned, pending }) => ({
      ...rest,
      possible,
      earned: Math.min(earned, possible - pending),
      pending,
    })),
  );

test('every band is within 0 and 100, has a width, and the 95 % interval contains the 50 % one, which contains the bounds', () => {
  fc.assert(
    fc.property(
      fc.array(anyItem, { maxLength: 200 }),
      fc.option(fc.double({ min: 0.01, max: 1, noNaN: true })),
      (items, factor) => {
        const band = scoreBand(items, factor === null ? null : { factor, n: 50 });
        if (band.kind !== 'score') return;
        expect(band.standardError).toBeGreaterThan(0);
        const ends = [0, band.low, band.innerLow, band.bounds.low, band.bounds.high, band.innerHigh, band.high, 100];
        expect([...ends].sort((a, b) => a - b)).toEqual(ends);
        expect(band.value).toBeGreaterThanOrEqual(band.low);
        expect(band.value).toBeLessThanOrEqual(band.high);
      },
    ),
  );
});

test('more items of the same share never make the band wider', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50 }), fc.nat(50), (of, k) => {
      const once = someBand(right(Math.min(k, of), of));
      const twice = someBand(right(2 * Math.min(k, of), 2 * of));
      expect(twice.high - twice.low).toBeLessThanOrEqual(once.high - once.low + 1e-9);
    }),
  );
});
