import type { CaseReport } from '@holdout/grading';
import { outcomeOfFailure, type Outcome } from './outcome';
import { renderCases, renderOutcome } from './render-outcome';

const OUTCOME: Outcome = {
  question: 'public/code.one',
  language: 'python',
  verdict: 'timeLimit',
  score: { earned: 2, possible: 5 },
  groups: [
    { name: 'short', verdict: 'passed', passed: 3, total: 3, cpuMs: 1.2, wallMs: 4, memoryBytes: 5 * 1024 * 1024 },
    { name: 'the-large', verdict: 'timeLimit', passed: 0, total: 1, cpuMs: null, wallMs: 3000, memoryBytes: null },
  ],
  feedback: ['the-large: the program exceeded the CPU time limit of 3000 ms'],
};

test('an outcome has one line for each group, with its cost if known', () => {
  expect(renderOutcome(OUTCOME)).toMatchInlineSnapshot(`
   "public/code.one (python): time limit exceeded, 2 of 5 points

     short      passed                 3 of 3  1 ms CPU, 4 ms, 5.0 MB
     the-large  time limit exceeded    0 of 1  3000 ms

   the-large: the program exceeded the CPU time limit of 3000 ms
   "
  `);
});

test('an outcome that was not graded says why', () => {
  expect(renderOutcome(outcomeOfFailure('code.two', 'There is no such question.'))).toBe(
    'code.two: not graded\n\nThere is no such question.\n',
  );
});

test('a public case shows input, expected and actual answer', () => {
  const shown: CaseReport = {
    group: 'ties',
    verdict: { kind: 'wrongAnswer' },
    input: 'solve([1])',
    expected: '1',
    actual: 'a\nb\n',
    stdout: '',
    stderr: 'so',
    table: null,
    cpuMs: 1,
    wallMs: 1,
    memoryBytes: 1,
  };
  expect(renderCases([shown])).toBe(
    'Public case 1, ties: wrong answer\n  input: solve([1])\n  expected: 1\n  actual:\n    a\n    b\n  standard error: so\n',
  );
});
