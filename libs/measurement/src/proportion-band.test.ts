import fc from 'fast-check';
import { proportionBand } from './proportion-band';

// R. G. Newcombe, Statistics in Medicine 17 (1998), 857-872, Table I, method 3 (score, no continuity correction).
test.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])('%i of %i has the published 95 %% interval', (earned, n, low, high) => {
  const band = proportionBand(earned, n, n);
  expect(band?.low).toBeCloseTo(low, 4);
  expect(band?.high).toBeCloseTo(high, 4);
});

test('no answers give no interval', () => {
  expect(proportionBand(0, 0, 0)).toBeNull();
});

test('the 95 % interval contains the 50 % interval, which contains the value, all within 0 and 1', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(1000), (n, earned) => {
      const band = proportionBand(earned, 1000, n);
      const ends = [0, band?.low, band?.innerLow, band?.value, band?.innerHigh, band?.high, 1];
      expect([...ends].sort((a, b) => Number(a) - Number(b))).toEqual(ends);
    }),
  );
});
