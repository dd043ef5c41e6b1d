import { axisOf } from './metric-axis';

const share = { value: 0.7, low: 0.6, high: 0.8, pass: 0.75, stretch: 0.8, baseline: 0.5, reference: 0.82 };

test('a share lies on all of 0 to 1', () => {
  const place = axisOf(share);
  expect([0, 0.5, 1].map(place)).toEqual([0, 50, 100]);
});

test('an error lies on an axis from 0 that holds the largest of all values, the baseline too', () => {
  const place = axisOf({ value: 201, low: 190, high: 215, pass: 240, stretch: 210, baseline: 316, reference: 201 });
  expect(place(0)).toBe(0);
  expect(place(316)).toBeCloseTo(100 / 1.05, 9);
  expect(place(240)).toBeLessThan(place(316));
});

test('what lies below 0 is on the axis too', () => {
  const place = axisOf({ ...share, low: -0.4, baseline: null });
  expect(place(-0.4)).toBeGreaterThanOrEqual(0);
  expect(place(0.82)).toBeLessThanOrEqual(100);
});
