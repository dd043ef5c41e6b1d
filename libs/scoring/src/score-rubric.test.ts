import fc from 'fast-check';
import { isMarkedWhole, scoreRubric } from './index';

const rubric = [
  { id: 'triage', weight: 3, top: 2 },
  { id: 'telling', weight: 1, top: 2 },
];

test.each([
  [{ triage: 2, telling: 2 }, 8],
  [{ triage: 1, telling: 2 }, 5],
  [{ triage: 0, telling: 0 }, 0],
  [{ telling: 1 }, 1],
  [{ other: 2 }, 0],
])('levels %j earn %d of 8', (levels, earned) => {
  expect(scoreRubric(rubric, levels)).toEqual({ earned, possible: 8 });
});

test('one level higher never earns less', () => {
  const level = fc.nat(1);
  fc.assert(
    fc.property(level, level, (triage, telling) => {
      const before = scoreRubric(rubric, { triage, telling }).earned;
      expect(scoreRubric(rubric, { triage: triage + 1, telling }).earned).toBe(before + 3);
      expect(scoreRubric(rubric, { triage, telling: telling + 1 }).earned).toBe(before + 1);
    }),
  );
});

test.each([
  [{ triage: 2, telling: 0 }, true],
  [{ triage: 2 }, false],
  [{ triage: 2, telling: 0, other: 1 }, false],
  [{ triage: 3, telling: 0 }, false],
  [{ triage: -1, telling: 0 }, false],
  [{ triage: 0.5, telling: 0 }, false],
  [{ triage: Number.NaN, telling: 0 }, false],
])('%j marks everything: %s', (levels, isWhole) => {
  expect(isMarkedWhole(rubric, levels)).toBe(isWhole);
});
