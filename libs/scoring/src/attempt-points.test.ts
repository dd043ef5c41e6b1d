import fc from 'fast-check';
import { attemptPoints, type ItemToScore } from './attempt-points';

const item = (more: Partial<ItemToScore> = {}): ItemToScore => ({
  itemId: 'i',
  position: 1,
  questionVersionId: 'v',
  sectionId: 's',
  skills: ['sql'],
  weight: 1,
  isGrading: false,
  isWithdrawn: false,
  scores: [],
  ...more,
});
const score = (earned: number, possible = 4, pending = 0) =>
  ({ earned, possible, pending, markedBy: 'key', scoredAt: new Date(0), state: 'answered' }) as const;

test('a question counts by its weight, whatever its own points are', () => {
  const points = attemptPoints(
    [item({ weight: 3, scores: [score(1, 2)] }), item({ skills: ['sql', 'metrics'], scores: [score(10, 10)] })],
    'last',
  );
  expect(points).toMatchObject({ earned: 2.5, possible: 4, pending: 0 });
  expect(points.skills).toEqual([
    { skill: 'metrics', items: 1, earned: 1, possible: 1, pending: 0 },
    { skill: 'sql', items: 2, earned: 2.5, possible: 4, pending: 0 },
  ]);
});

test('a withdrawn item counts nowhere, and its skill is gone when it was the only one', () => {
  const points = attemptPoints(
    [item({ scores: [score(4)] }), item({ skills: ['metrics'], isWithdrawn: true, scores: [score(0)] })],
    'last',
  );
  expect(points).toMatchObject({ earned: 1, possible: 1 });
  expect(points.skills.map(({ skill }) => skill)).toEqual(['sql']);
  expect(points.items.map(({ state }) => state)).toEqual(['answered', 'withdrawn']);
});

test('nothing is left of an attempt whose items were all withdrawn', () => {
  expect(attemptPoints([item({ isWithdrawn: true })], 'last')).toMatchObject({
    earned: 0,
    possible: 0,
    pending: 0,
    skills: [],
  });
});

test.each([
  ['nothing was scored', item(), { earned: 0, possible: 1, pending: 1, markedBy: null, state: 'awaiting' }],
  ['a person marks a part', item({ scores: [score(1, 4, 2)] }), { earned: 1, pending: 2, state: 'awaiting' }],
  [
    'a later submission is still graded',
    item({ isGrading: true, scores: [score(4)] }),
    { earned: 0, possible: 4, pending: 4, state: 'awaiting' },
  ],
])('when %s the item waits', (_name, waiting, expected) => {
  expect(attemptPoints([waiting], 'last').items[0]).toMatchObject(expected);
});

test('earned and pending points of any attempt stay within the possible ones', () => {
  const anyItem = fc
    .record({
      weight: fc.constantFrom(1, 2, 5),
      earned: fc.integer({ min: 0, max: 4 }),
      pending: fc.constantFrom(0, 0, 2),
      isGrading: fc.boolean(),
      isWithdrawn: fc.boolean(),
    })
    .map(({ earned, pending, ...more }) =>
      item({ ...more, scores: [score(Math.min(earned, 4 - pending), 4, pending)] }),
    );
  fc.assert(
    fc.property(fc.array(anyItem), (items) => {
      const { earned, pending, possible } = attemptPoints(items, 'best');
      expect(earned + pending).toBeLessThanOrEqual(possible + 1e-9);
    }),
  );
});
