import { readableSpec } from './chart-spec';
import { liesIn, nearestRow } from './points';

const spots = [
  { row: 0, x: 10, y: 10 },
  { row: 1, x: 100, y: 10 },
];

test('a click means the nearest row, and none where all are far away', () => {
  expect(nearestRow(spots, { x: 80, y: 20 })).toBe(1);
  expect(nearestRow(spots, { x: 10, y: 200 })).toBeNull();
  expect(nearestRow([], { x: 0, y: 0 })).toBeNull();
});

test('a place holds its values or its range, in every field', () => {
  const range = { field: 'x', values: null, low: 1, high: 2 };
  expect(liesIn([range, { field: 'y', values: ['a'], low: null, high: null }], { x: '2', y: 'a' })).toBe(true);
  expect(liesIn([range], { x: '2.1' })).toBe(false);
  expect(liesIn([range], { x: '' })).toBe(false);
});

test('lines told apart by colour are told apart by dashes too, and rows carry their number', () => {
  const encoding = { x: { field: 'd' }, color: { field: 'rows', type: 'nominal' } };
  const read = readableSpec({ data: { values: [{ d: 1 }] }, mark: { type: 'line' }, encoding }, 400);
  expect(read['encoding']).toEqual({ ...encoding, strokeDash: { field: 'rows', type: 'nominal' } });
  expect(read['data']).toEqual({ values: [{ d: 1, holdout_row: 0 }] });
  expect(readableSpec({ data: {}, mark: 'bar', encoding }, 400)['encoding']).toEqual(encoding);
});
