import { countOf, faultsByLanguage, levelRange, shareCaught } from './count-questions';
import type { CodeCheck, Counts } from './coverage-query';

const count = (kind: 'CHOICE' | 'CODE', level: number, questionCount: number): Counts[number] => ({
  __typename: 'CoverageCount',
  kind,
  level,
  questionCount,
});
const COUNTS = [count('CHOICE', 2, 3), count('CHOICE', 4, 1), count('CODE', 4, 2)];

test('counts add up over what is not named', () => {
  expect(countOf(COUNTS)).toBe(6);
  expect(countOf(COUNTS, { kind: 'CHOICE' })).toBe(4);
  expect(countOf(COUNTS, { level: 4 })).toBe(3);
  expect(countOf(COUNTS, { kind: 'CODE', level: 2 })).toBe(0);
});

test('the range of levels is of those that have a question', () => {
  expect(levelRange(COUNTS)).toEqual([2, 4]);
  expect(levelRange([])).toBeNull();
});

test('a waived fault is left out of the share', () => {
  expect(shareCaught({ planted: 30, caught: 27, waived: 3 })).toBe(1);
  expect(shareCaught({ planted: 30, caught: 27, waived: 0 })).toBe(0.9);
  expect(shareCaught({ planted: 0, caught: 0, waived: 0 })).toBeNull();
});

test('what was not checked is counted as a question and adds no fault', () => {
  const check = (faults: CodeCheck['faults']): CodeCheck => ({
    __typename: 'CodeCheck',
    slug: 'code.one',
    title: 'One',
    language: 'R',
    faults,
  });
  const faults = { __typename: 'FaultCount' as const, planted: 20, caught: 18, waived: 1 };
  expect(faultsByLanguage([check(faults), check(null), check(faults)])).toEqual([
    { language: 'R', planted: 40, caught: 36, waived: 2, checked: 2, all: 3 },
  ]);
});
