import type { Chart } from './draw-chart';
import { ringsOf } from './picking';

const depth = { field: 'depth', title: 'Depth', isNumber: true } as const;
const chart: Chart = {
  // A line mark and its point mark draw each row twice at one position.
  spots: [
    { row: 0, x: 10, y: 40 },
    { row: 1, x: 20, y: 30 },
    { row: 0, x: 10, y: 40 },
    { row: 1, x: 20, y: 30 },
  ],
  valuesAt: () => ({ x: null, y: null }),
  placeOf: () => ({ x: 0, y: 0 }),
  end: () => undefined,
};
const asked = {
  chart,
  spec: {},
  content: { table: { columns: [depth], rows: [['1'], ['2']] } },
  part: { id: 'ship', ask: '', points: 1, pick: 'ROW', fields: [depth] },
} as const;

test('a row that is drawn twice at one place has one ring', () => {
  const rings = ringsOf({ ...asked, point: { depth: '2' }, feedback: null });
  expect(rings).toMatchObject([{ at: { x: 20, y: 30 }, isRight: false }]);
});

test('once checked, what is right has a ring of its own beside the one that was picked', () => {
  const accepted = [{ field: 'depth', values: ['1'], low: null, high: null }];
  const feedback = { earned: 0, possible: 1, why: '', accepted, partial: [], misconception: null };
  expect(ringsOf({ ...asked, point: { depth: '2' }, feedback })).toMatchObject([
    { at: { x: 10 }, isRight: true },
    { at: { x: 20 }, isRight: false },
  ]);
});
