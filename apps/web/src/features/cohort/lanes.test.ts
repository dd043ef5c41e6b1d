import { lanesOf } from './lanes';

test('a bracket begins at its first row and ends at its last', () => {
  expect(lanesOf([{ first: 1, last: 3 }], 5).flat()).toEqual(['none', 'start', 'middle', 'end', 'none']);
});

test('brackets that overlap have lanes of their own, and a lane is used again once it is free', () => {
  const rows = lanesOf(
    [
      { first: 0, last: 1 },
      { first: 1, last: 2 },
      { first: 2, last: 3 },
    ],
    4,
  );
  expect(rows).toEqual([
    ['start', 'none'],
    ['end', 'start'],
    ['start', 'end'],
    ['end', 'none'],
  ]);
});

test('at most four lines are beside each other', () => {
  const runs = Array.from({ length: 6 }, (_, first) => ({ first, last: first + 10 }));
  expect(lanesOf(runs, 20)[5]).toHaveLength(4);
});

test('no bracket needs no lane', () => {
  expect(lanesOf([], 2)).toEqual([[], []]);
});
