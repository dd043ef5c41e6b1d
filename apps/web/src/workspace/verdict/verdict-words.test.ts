import { en } from '../../messages/en';
import { aVerdict } from '../../testing/a-submission';
import type { VerdictView } from '../runs/submission-query';
import { durationWords, verdictSentence } from './verdict-words';

const words = en.question.code.verdict;
test.each<[string, Partial<VerdictView>, string | null]>([
  ['passed', { kind: 'PASSED' }, null],
  ['gave another answer', { kind: 'WRONG_ANSWER', reason: 'one row is missing' }, 'One row is missing.'],
  [
    'ran too long',
    { kind: 'TIME_LIMIT', timeLimit: 'CPU', limit: 2000 },
    'Stopped at the 2.0 s CPU time limit. Do less work: fewer passes over the data, vectorized operations instead of loops.',
  ],
  [
    'waited too long',
    { kind: 'TIME_LIMIT', timeLimit: 'WALL', limit: 11_000 },
    'Stopped at the 11 s wall-clock limit: the program mostly waited. Remove code that sleeps or waits for input.',
  ],
  [
    'took too much',
    { kind: 'MEMORY_LIMIT', limit: 268_435_456 },
    'Stopped at the memory limit of 256 MB. Keep less in memory at a time: avoid copies and tables of all pairs.',
  ],
  [
    'raised on a hidden case',
    { kind: 'CRASHED', reason: 'ValueError' },
    'Runtime error: ValueError. Run it on similar input to see the line.',
  ],
  ['cannot be loaded', { kind: 'CRASHED', reason: 'SyntaxError', line: 3 }, 'Runtime error: SyntaxError.'],
  [
    'changed an argument of a hidden case',
    { kind: 'MUTATED_INPUT' },
    'The function changed one of its arguments, which this question forbids. Work on a copy: list(values), dict(row), structuredClone(value).',
  ],
  [
    'imported what is forbidden',
    { kind: 'FORBIDDEN_IMPORT', reason: 'statistics', line: 1 },
    'The program imports statistics, which this question forbids. Write that part yourself.',
  ],
  ['needs no words', { kind: 'CRASHED' }, null],
  [
    'met a failure of ours',
    { kind: 'NOT_GRADED' },
    'Our grader failed, not your code. It costs you no submission. Submit it again.',
  ],
])('code that %s says why', (_name, some, sentence) => {
  expect(verdictSentence(words, aVerdict('PASSED', some))).toBe(sentence);
});

test('every kind of failure says what to do next, in a sentence more than its name', () => {
  const details = { limit: 2000, timeLimit: 'CPU', reason: 'ValueError' } as const;
  const alone = [
    'EXITED_EARLY',
    'FORBIDDEN_CALL',
    'MUTATED_INPUT',
    'FORBIDDEN_IMPORT',
    'TIME_LIMIT',
    'MEMORY_LIMIT',
    'OUTPUT_LIMIT',
    'CRASHED',
    'NOT_RUN',
    'NOT_GRADED',
  ] as const;
  for (const kind of alone) {
    const sentences = verdictSentence(words, aVerdict(kind, details))?.match(/[.:] [A-Z]/g) ?? [];
    expect([kind, sentences.length]).toEqual([kind, expect.any(Number)]);
    expect(sentences.length).toBeGreaterThan(0);
  }
});

test.each([
  [3, 'under 0.01 s'],
  [42, '0.04 s'],
  [1240, '1.2 s'],
  [9980, '10 s'],
])('%d ms read as %s', (ms, shown) => {
  expect(durationWords(words, ms)).toBe(shown);
});
