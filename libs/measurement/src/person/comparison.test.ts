import fc from 'fast-check';
import { bracketsOf } from './brackets';
import { bandDifference, differenceOf } from './difference';
import { classificationAccuracy, passCertainty } from './pass-certainty';
import { bandOfRight, rightItems, someBand } from './test-bands';

const anyBand = fc
  .record({ of: fc.integer({ min: 1, max: 60 }), share: fc.double({ min: 0, max: 1, noNaN: true }) })
  .map(({ of, share }) => bandOfRight(Math.round(share * of), of));
const line = fc.integer({ min: 1, max: 99 });

describe('the difference of two scores', () => {
  // R. G. Newcombe, Statistics in Medicine 17 (1998), 873-890, Table II, method 10: 56/70 - 48/80 is 0.2 (0.0524 to 0.3339).
  test('has the published hybrid score interval', () => {
    const difference = bandDifference(bandOfRight(56, 70), bandOfRight(48, 80));
    expect(difference).toMatchObject({
      points: expect.closeTo(20, 9),
      low: expect.closeTo(5.24, 2),
      high: expect.closeTo(33.39, 2),
      isDistinguishable: true,
    });
    expect(difference.error).toBeCloseTo(20 - 5.24, 2);
  });

  test('in another form is not given', () => {
    const band = bandOfRight(5, 10);
    expect(differenceOf({ formKey: 'a', band }, { formKey: 'b', band })).toEqual({ kind: 'differentForms' });
    expect(differenceOf({ formKey: 'a', band }, { formKey: 'a', band })).toMatchObject({
      points: 0,
      isDistinguishable: false,
    });
  });

  test('between all right and all right has an error', () => {
    expect(bandDifference(bandOfRight(40, 40), bandOfRight(40, 40)).error).toBeGreaterThan(5);
  });

  test('changes its sign with the order, and is found exactly if it exceeds its error', () => {
    fc.assert(
      fc.property(anyBand, anyBand, (a, b) => {
        const [one, other] = [bandDifference(a, b), bandDifference(b, a)];
        expect(other.points).toBeCloseTo(-one.points, 9);
        expect(other.low).toBeCloseTo(-one.high, 9);
        expect(other.isDistinguishable).toBe(one.isDistinguishable);
        expect(one.isDistinguishable).toBe(Math.abs(one.points) > one.error);
        expect(one.standardError).toBeGreaterThan(0);
      }),
    );
  });

  test('bands that do not overlap are distinguishable', () => {
    fc.assert(
      fc.property(anyBand, anyBand, (a, b) => {
        if (a.low > b.high) expect(bandDifference(a, b).isDistinguishable).toBe(true);
      }),
    );
  });
});

describe('the probability to be above the line', () => {
  // Φ(0.2 / sqrt(0.6 · 0.4 / 30)) = 0.98733 by scipy 1.17 norm.cdf.
  test('of 24 of 30 right with a line of 60', () => {
    expect(passCertainty(bandOfRight(24, 30), 60).probability).toBeCloseTo(0.9873263, 7);
  });

  test('is one half on the line, and certain only for a line of 0', () => {
    expect(passCertainty(bandOfRight(18, 30), 60).probability).toBeCloseTo(0.5, 12);
    expect(passCertainty(bandOfRight(0, 30), 0).probability).toBe(1);
    expect(passCertainty(bandOfRight(30, 30), 100).probability).toBeCloseTo(0.5, 12);
    expect(passCertainty(bandOfRight(30, 30), 60).probability).toBeLessThan(1);
  });

  test('is above 97.5 % exactly if the 95 % band is above the line', () => {
    fc.assert(
      fc.property(anyBand, line, (band, at) => {
        const { probability } = passCertainty(band, at);
        if (band.low > at + 1e-6) expect(probability).toBeGreaterThan(0.975);
        if (band.low < at - 1e-6) expect(probability).toBeLessThan(0.975);
        if (band.high < at - 1e-6) expect(probability).toBeLessThan(0.025);
      }),
    );
  });

  test('goes down with the line', () => {
    fc.assert(
      fc.property(anyBand, line, line, (band, a, b) => {
        const at = (each: number): number => passCertainty(band, each).probability;
        expect(at(Math.min(a, b))).toBeGreaterThanOrEqual(at(Math.max(a, b)) - 1e-9);
      }),
    );
  });

  test('has bounds while marks are missing, and they include what becomes of it', () => {
    const waiting = { earned: 0, possible: 1, pending: 1, weight: 4 };
    const certainty = passCertainty(someBand([...rightItems(12, 16), waiting]), 65);
    expect(certainty.low).toBeLessThan(0.5);
    expect(certainty.high).toBeGreaterThan(0.8);
    expect(certainty.probability).toBeGreaterThan(certainty.low);
    expect(certainty.probability).toBeLessThan(certainty.high);
  });

  test('gives the expected share of right decisions', () => {
    const certainties = [0.9, 0.2].map((probability) => ({ probability, low: probability, high: probability }));
    expect(classificationAccuracy(certainties)).toBeCloseTo(0.85, 12);
    expect(classificationAccuracy([])).toBeNull();
  });
});

describe('brackets', () => {
  const sorted = (rights: readonly number[]) => rights.map((k) => bandOfRight(k, 40));

  test('join the first with the last from whom they cannot be distinguished, and overlap', () => {
    const bands = sorted([38, 33, 28, 10]);
    expect(bandDifference(sorted([38])[0] ?? bandOfRight(0, 1), bandOfRight(28, 40)).isDistinguishable).toBe(true);
    expect(bracketsOf(bands)).toEqual([
      { first: 0, last: 1 },
      { first: 1, last: 2 },
    ]);
  });

  test('one bracket holds persons with the same score, and nobody else none', () => {
    expect(bracketsOf(sorted([20, 20, 20]))).toEqual([{ first: 0, last: 2 }]);
    expect(bracketsOf(sorted([40, 0]))).toEqual([]);
    expect(bracketsOf(sorted([20]))).toEqual([]);
    expect(bracketsOf([])).toEqual([]);
  });

  test('any two persons of one form share a bracket exactly if they cannot be distinguished', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { maxLength: 30 }), (rights) => {
        const bands = sorted(rights.toSorted((a, b) => b - a));
        const brackets = bracketsOf(bands);
        bands.forEach((a, first) =>
          bands.slice(first + 1).forEach((b, offset) => {
            const last = first + 1 + offset;
            const isShared = brackets.some((each) => each.first <= first && last <= each.last);
            expect(isShared).toBe(!bandDifference(a, b).isDistinguishable);
          }),
        );
      }),
    );
  });

  test('20,000 persons are bracketed by one walk', () => {
    const bands = Array.from({ length: 20_000 }, (_, index) => bandOfRight(40 - Math.floor(index / 500), 40));
    const brackets = bracketsOf(bands);
    expect(brackets[0]?.first).toBe(0);
    expect(brackets.at(-1)?.last).toBe(19_999);
  });
});
