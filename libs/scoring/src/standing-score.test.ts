import fc from 'fast-check';
import { type RecordedScore, standingScore } from './standing-score';

const at = (minute: number): Date => new Date(Date.UTC(2026, 2, 2, 10, minute));
const score = (earned: number, minute: number, more: Partial<RecordedScore> = {}): RecordedScore => ({
  earned,
  possible: 10,
  pending: 0,
  markedBy: 'key',
  scoredAt: at(minute),
  ...more,
});

const anyScore = fc
  .record({
    earned: fc.integer({ min: 0, max: 10 }),
    minute: fc.integer({ min: 0, max: 59 }),
    pending: fc.constantFrom(0, 0, 4),
    markedBy: fc.constantFrom('key', 'self', 'reviewer', 'rescore'),
  })
  .map(({ earned, minute, ...more }) => score(earned, minute, more));

test.each<[string, 'best' | 'last', RecordedScore[], number | null]>([
  ['nothing was recorded', 'best', [], null],
  ['the best submission counts', 'best', [score(4, 1), score(9, 2), score(6, 3)], 9],
  ['the last submission counts', 'last', [score(4, 1), score(9, 2), score(6, 3)], 6],
  [
    'a reviewer has marked what waited',
    'best',
    [score(3, 1, { pending: 4 }), score(5, 2, { markedBy: 'reviewer' })],
    5,
  ],
  ['a reviewer marked lower than the key', 'best', [score(9, 1), score(5, 2, { markedBy: 'reviewer' })], 5],
  [
    'a correction came after a review',
    'best',
    [score(5, 2, { markedBy: 'reviewer' }), score(7, 3, { markedBy: 'rescore' })],
    7,
  ],
  [
    'a late answer was admitted that a person has to mark, after the empty one had been scored',
    'best',
    [score(3, 1), score(0, 2, { markedBy: 'rescore', pending: 10 })],
    0,
  ],
  [
    'the admitted answer was marked',
    'best',
    [score(0, 1), score(0, 2, { markedBy: 'rescore', pending: 10 }), score(8, 3, { markedBy: 'reviewer' })],
    8,
  ],
  ['people marked themselves twice', 'best', [score(9, 2, { markedBy: 'self' }), score(2, 3, { markedBy: 'self' })], 2],
])('when %s, the expected score counts', (_name, counted, scores, earned) => {
  expect(standingScore(scores, counted)?.earned ?? null).toBe(earned);
});

test('the standing score does not depend on the order in which scores are read', () => {
  const distinct = fc.uniqueArray(anyScore, { selector: (each) => each.scoredAt.getTime() });
  fc.assert(
    fc.property(distinct, fc.constantFrom('best', 'last'), (scores, counted) => {
      expect(standingScore(scores.toReversed(), counted)).toEqual(standingScore(scores, counted));
    }),
  );
});

test('a score with pending points never counts if there is one without, later than the last rescore', () => {
  fc.assert(
    fc.property(fc.array(anyScore, { minLength: 1 }), fc.constantFrom('best', 'last'), (scores, counted) => {
      const rescores = scores.filter(({ markedBy }) => markedBy === 'rescore');
      const since = Math.max(0, ...rescores.map(({ scoredAt }) => scoredAt.getTime()));
      const isMarked = scores.some(({ pending, scoredAt }) => pending === 0 && scoredAt.getTime() > since);
      if (isMarked) expect(standingScore(scores, counted)?.pending).toBe(0);
    }),
  );
});
