import { en } from '../../messages/en';
import type { VerdictView } from './submission-query';
import { durationWords, verdictSentence } from './verdict-words';

const words = en.question.code.verdict;
const verdict = (some: Partial<VerdictView>): VerdictView => ({
  __typename: 'Verdict',
  kind: 'PASSED',
  timeLimit: null,
  limit: null,
  reason: null,
  traceback: null,
  line: null,
  ...some,
});

test.each<[string, Partial<VerdictView>, string | null]>([
  ['passed', { kind: 'PASSED' }, null],
  ['gave another answer', { kind: 'WRONG_ANSWER', reason: 'one row is missing' }, 'One row is missing.'],
  [
    'ran too long',
    { kind: 'TIME_LIMIT', timeLimit: 'CPU', limit: 2000 },
    'Stopped at the 2.0 s limit of computing time.',
  ],
  ['took too much', { kind: 'MEMORY_LIMIT', limit: 268_435_456 }, 'Stopped at the memory limit of 256 MB.'],
  ['raised', { kind: 'CRASHED', reason: 'ValueError' }, 'Stopped with ValueError.'],
  [
    'met a failure of ours',
    { kind: 'NOT_GRADED' },
    'Our grader failed, not your code. It costs you no submission. Send it again.',
  ],
])('code that %s says why', (_name, some, sentence) => {
  expect(verdictSentence(words, verdict(some))).toBe(sentence);
});

test.each([
  [3, 'under 0.01 s'],
  [42, '0.04 s'],
  [1240, '1.2 s'],
  [9980, '10 s'],
])('%d ms read as %s', (ms, shown) => {
  expect(durationWords(words, ms)).toBe(shown);
});
