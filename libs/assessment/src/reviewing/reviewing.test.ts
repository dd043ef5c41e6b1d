import type { Levels } from '@holdout/scoring';
import fc from 'fast-check';
import { decides } from './resolve-disagreement';
import { rubricChanges } from './rubric-changes';
import { type SecondMarks, secondMarkDue } from './second-marks';
import { settleMarks } from './settle-marks';
import { shareOut } from './share-out';

const FIRST = { framing: 2, metric: 1 };
const none = { first: null, second: null, resolved: null };

describe('a second mark', () => {
  const near: SecondMarks = { kind: 'nearPass', margin: 0.05 };
  test.each<[string, SecondMarks, { share: number; passLine: number | null } | null, string]>([
    ['none are wanted', { kind: 'none' }, null, 'notDue'],
    ['all are wanted', { kind: 'all' }, null, 'due'],
    ['the total is not known yet', near, null, 'undecided'],
    ['the total is on the edge of the margin', near, { share: 0.55, passLine: 0.6 }, 'due'],
    ['the total is above the pass line, within the margin', near, { share: 0.64, passLine: 0.6 }, 'due'],
    ['the total is beyond the margin', near, { share: 0.54, passLine: 0.6 }, 'notDue'],
    ['there is no pass line', near, { share: 0.6, passLine: null }, 'notDue'],
  ])('if %s', (_what, rule, total, expected) => {
    expect(secondMarkDue(rule, 'an answer', total)).toBe(expected);
  });

  test('of a share is due for about that share of the answers, and for more of them if the share is larger', () => {
    const ids = Array.from({ length: 2000 }, (_, index) => `0199-answer-${index}`);
    const chosen = (share: number) => ids.filter((id) => secondMarkDue({ kind: 'share', share }, id, null) === 'due');
    expect(chosen(0)).toEqual([]);
    expect(chosen(1)).toEqual(ids);
    expect(Math.abs(chosen(0.2).length - 400)).toBeLessThan(60);
    expect(chosen(0.4)).toEqual(expect.arrayContaining(chosen(0.2)));
  });
});

describe('the marks of an answer', () => {
  test.each<[string, Parameters<typeof settleMarks>[0], Parameters<typeof settleMarks>[1], object]>([
    ['wait for the first mark', none, 'notDue', { kind: 'waiting' }],
    ['are the one mark if no second is due', { ...none, first: FIRST }, 'notDue', { kind: 'final', levels: FIRST }],
    ['wait for the second mark', { ...none, first: FIRST }, 'due', { kind: 'waiting' }],
    ['wait until it is known whether a second is due', { ...none, first: FIRST }, 'undecided', { kind: 'waiting' }],
    [
      'are the mean of two that are one level apart',
      { ...none, first: FIRST, second: { framing: 1, metric: 1 } },
      'due',
      { kind: 'final', levels: { framing: 1.5, metric: 1 } },
    ],
    [
      'are a disagreement if they are two levels apart on one criterion, although their sums are equal',
      { ...none, first: { framing: 2, metric: 0 }, second: { framing: 0, metric: 2 } },
      'due',
      { kind: 'disagreement', criteria: ['framing', 'metric'] },
    ],
    [
      'are the resolution of a disagreement',
      { first: { framing: 2 }, second: { framing: 0 }, resolved: { framing: 2 } },
      'due',
      { kind: 'final', levels: { framing: 2 } },
    ],
    [
      'are the mean if the marks were changed to agree after all',
      { first: { framing: 2 }, second: { framing: 1 }, resolved: { framing: 0 } },
      'due',
      { kind: 'final', levels: { framing: 1.5 } },
    ],
  ])('%s', (_what, marks, due, expected) => {
    expect(settleMarks(marks, due)).toEqual(expected);
  });

  const marks = fc.array(fc.nat(5), { minLength: 1, maxLength: 12 }).map(asLevels);
  test('count without a resolution exactly if no criterion is two levels apart, and then lie between the two', () => {
    fc.assert(
      fc.property(marks, fc.array(fc.nat(5), { minLength: 12, maxLength: 12 }), (first, given) => {
        const second = Object.fromEntries(Object.keys(first).map((id, index) => [id, given[index] ?? 0]));
        const settled = settleMarks({ first, second, resolved: null }, 'due');
        const gaps = Object.keys(first).map((id) => Math.abs((first[id] ?? 0) - (second[id] ?? 0)));
        expect(settled.kind).toBe(gaps.some((gap) => gap >= 2) ? 'disagreement' : 'final');
        if (settled.kind !== 'final') return;
        for (const [id, level] of Object.entries(settled.levels)) {
          expect(level * 2).toBe((first[id] ?? 0) + (second[id] ?? 0));
        }
      }),
    );
  });

  test('do not depend on who marked first', () => {
    fc.assert(
      fc.property(marks, (first) => {
        const second = Object.fromEntries(Object.entries(first).map(([id, level]) => [id, Math.max(0, level - 1)]));
        expect(settleMarks({ first, second, resolved: null }, 'due')).toEqual(
          settleMarks({ first: second, second: first, resolved: null }, 'due'),
        );
      }),
    );
  });
});

describe('a disagreement', () => {
  const two = [
    { reviewerId: 'a', levels: { framing: 2, metric: 2 } },
    { reviewerId: 'b', levels: { framing: 0, metric: 2 } },
  ];
  test.each([
    ['a third reviewer', { reviewerId: 'c', levels: { framing: 1, metric: 2 } }, true],
    ['one of the two with the mark of the other', { reviewerId: 'a', levels: { framing: 0, metric: 2 } }, true],
    ['one of the two with a level between', { reviewerId: 'a', levels: { framing: 1, metric: 2 } }, false],
    ['one of the two with their own mark again', { reviewerId: 'b', levels: { framing: 0, metric: 2 } }, false],
  ])('is decided by %s: %#', (_who, by, expected) => {
    expect(decides(by, two)).toBe(expected);
  });

  test('is decided when the other agrees to a proposal', () => {
    const proposed = { framing: 1, metric: 2 };
    const since = [{ reviewerId: 'a', levels: proposed }, ...two.slice(1)];
    expect(decides({ reviewerId: 'b', levels: proposed }, since)).toBe(true);
  });
});

describe('assigning by share', () => {
  const free = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `t${index}`, notTo: [] }));
  const countsOf = (assigned: ReturnType<typeof shareOut>) =>
    Object.fromEntries([...Map.groupBy(assigned, (each) => each.reviewerId)].map(([id, all]) => [id, all.length]));

  test('gives each reviewer their share', () => {
    const shares = [
      { reviewerId: 'a', share: 3 },
      { reviewerId: 'b', share: 1 },
      { reviewerId: 'c', share: 0 },
    ];
    expect(countsOf(shareOut(free(40), shares))).toEqual({ a: 30, b: 10 });
  });

  test('never gives an answer to someone who has its other mark, and leaves it free if nobody else is there', () => {
    const tasks = [
      { id: 'x', notTo: ['a'] },
      { id: 'y', notTo: ['a', 'b'] },
    ];
    const shares = [
      { reviewerId: 'a', share: 9 },
      { reviewerId: 'b', share: 1 },
    ];
    expect(shareOut(tasks, shares)).toEqual([{ taskId: 'x', reviewerId: 'b' }]);
  });

  test('assigns every task once, as evenly as the shares say, if everyone may have all', () => {
    const shares = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.nat(60), shares, (count, given) => {
        const reviewers = given.map((share, index) => ({ reviewerId: `r${index}`, share }));
        const assigned = shareOut(free(count), reviewers);
        expect(new Set(assigned.map(({ taskId }) => taskId)).size).toBe(count);
        const total = given.reduce((sum, share) => sum + share, 0);
        const counts = countsOf(assigned);
        for (const { reviewerId, share } of reviewers) {
          const exact = (count * share) / total;
          expect(Math.abs((counts[reviewerId] ?? 0) - exact)).toBeLessThan(given.length);
        }
      }),
    );
  });
});

describe('a changed rubric', () => {
  const framing = { id: 'framing', title: 'Framing', weight: 2, levels: ['nothing', 'something'] };
  test('that says the same has no changes', () => {
    expect(rubricChanges([framing], [{ ...framing }])).toEqual([]);
  });

  test('lists criteria that came and went, and what changed in those that stayed', () => {
    const now = { ...framing, title: 'The frame', weight: 3, levels: ['nothing', 'a cost', 'each cost'] };
    const other = { ...framing, id: 'metric' };
    const added = { ...framing, id: 'guard' };
    expect(rubricChanges([framing, other], [now, added])).toEqual([
      { kind: 'removed', criterion: other },
      { kind: 'title', id: 'framing', before: 'Framing', after: 'The frame' },
      { kind: 'weight', id: 'framing', before: 2, after: 3 },
      { kind: 'level', id: 'framing', level: 1, before: 'something', after: 'a cost' },
      { kind: 'level', id: 'framing', level: 2, before: null, after: 'each cost' },
      { kind: 'added', criterion: added },
    ]);
  });
});

function asLevels(levels: readonly number[]): Levels {
  return Object.fromEntries(levels.map((level, index) => [`c${index}`, level]));
}
