import fc from 'fast-check';
import { asOnePoint, scoreChoice, scoreGroups, scoreModel, scoreNumeric, totalsBySkill } from './index';

describe('a choice', () => {
  test.each<['one' | 'many', string[], string[], number]>([
    ['one', ['a'], ['a'], 1],
    ['one', ['a'], ['b'], 0],
    ['one', ['a'], [], 0],
    ['one', ['a'], ['a', 'b'], 0],
    ['one', ['a'], ['a', 'a'], 1],
    ['many', ['a', 'b'], ['a', 'b'], 1],
    ['many', ['a', 'b'], ['a'], 0.5],
    ['many', ['a', 'b'], ['a', 'c'], 0],
    ['many', ['a', 'b'], ['a', 'b', 'c'], 0.5],
    ['many', ['a', 'b'], ['c', 'd'], 0],
    ['many', ['a', 'b'], [], 0],
  ])('of %s with keys %j earns for %j %d', (choose, keys, picked, earned) => {
    expect(scoreChoice({ choose, keys }, picked)).toEqual({ earned, possible: 1 });
  });
});

describe('a number', () => {
  const key = {
    answer: { value: 12.3, absTol: 0.05 },
    wrong: [
      { value: 90, misconception: 'transposed-conditional' },
      { value: 90.06, misconception: 'wrong-complement' },
    ],
  };
  test.each([
    ['the answer', 12.3, 1, null],
    ['the edge of the tolerance', 12.35, 1, null],
    ['beyond the tolerance', 12.36, 0, null],
    ['a known mistake', 89.97, 0, 'transposed-conditional'],
    ['the nearer of two known mistakes', 90.04, 0, 'wrong-complement'],
    ['nothing known', 50, 0, null],
  ])('%s', (_name, given, earned, misconception) => {
    expect(scoreNumeric(key, given)).toEqual({ earned, possible: 1, misconception });
  });
  test('a relative tolerance grows with the answer', () => {
    expect(scoreNumeric({ answer: { value: -2000, relTol: 0.01 }, wrong: [] }, -1980).earned).toBe(1);
    expect(scoreNumeric({ answer: { value: -2000, relTol: 0.01 }, wrong: [] }, -1979).earned).toBe(0);
  });
});

describe('groups', () => {
  const groups = [
    { name: 'ties', points: 4 },
    { name: 'empty', points: 6 },
  ];
  test('a group that never ran earns nothing', () => {
    expect(scoreGroups(groups, [])).toEqual({ earned: 0, possible: 10 });
  });
  test('only groups whose cases all passed earn their points', () => {
    const results = [
      { name: 'ties', passed: 3, total: 3 },
      { name: 'empty', passed: 2, total: 3 },
    ];
    expect(scoreGroups(groups, results)).toEqual({ earned: 4, possible: 10 });
  });
  test('a group without cases earns nothing', () => {
    expect(scoreGroups(groups, [{ name: 'ties', passed: 0, total: 0 }]).earned).toBe(0);
  });
  test('the score never goes down when one more case passes', () => {
    const aResult = fc.record({ passed: fc.nat(4), total: fc.constant(5) });
    fc.assert(
      fc.property(aResult, aResult, (ties, empty) => {
        const before = scoreGroups(groups, [
          { name: 'ties', ...ties },
          { name: 'empty', ...empty },
        ]);
        const after = scoreGroups(groups, [
          { name: 'ties', ...ties, passed: ties.passed + 1 },
          { name: 'empty', ...empty },
        ]);
        expect(after.earned).toBeGreaterThanOrEqual(before.earned);
      }),
    );
  });
});

test.each<[string, boolean, number | null, number, boolean]>([
  ['below the line', true, 0.89, 0, false],
  ['on the line', true, 0.9, 1, false],
  ['on the stretch line', true, 0.96, 1, true],
  ['no metric', true, null, 0, false],
  ['an error below both lines', false, 0.5, 1, true],
  ['an error above the pass line', false, 0.97, 0, false],
])('a model: %s', (_name, ...[higherIsBetter, metric, earned, isStretchReached]) => {
  const lines = higherIsBetter ? { pass: 0.9, stretch: 0.96 } : { pass: 0.9, stretch: 0.6 };
  expect(scoreModel({ ...lines, higherIsBetter }, metric)).toEqual({ earned, possible: 1, isStretchReached });
});

test('an answer counts fully for each of its skills', () => {
  const answers = [
    { skills: ['data.clean', 'data.missing'], score: { earned: 1, possible: 1 } },
    { skills: ['data.clean'], score: { earned: 0, possible: 1 } },
  ];
  expect(totalsBySkill(answers)).toEqual([
    { skill: 'data.clean', score: { earned: 1, possible: 2 }, n: 2 },
    { skill: 'data.missing', score: { earned: 1, possible: 1 }, n: 1 },
  ]);
});

test('a score without possible points is 0 of one point', () => {
  expect(asOnePoint({ earned: 0, possible: 0 })).toEqual({ earned: 0, possible: 1 });
});
