import type { Messages } from '../../messages/en';
import type { VerdictView } from '../runs/submission-query';

type Words = Messages['question']['code']['verdict'];

const MS = 1000;
const BYTES_PER_MB = 1024 * 1024;
const BYTES_PER_KB = 1024;
const TENTHS_BELOW_MS = 9950;
const HUNDREDTHS_BELOW_MS = 995;
const SHORTEST_MS = 5;

export function durationWords(words: Words, ms: number): string {
  if (ms < SHORTEST_MS) return words.instant;
  const digits = ms < HUNDREDTHS_BELOW_MS ? 2 : ms < TENTHS_BELOW_MS ? 1 : 0;
  return words.seconds((ms / MS).toFixed(digits));
}

const METRIC_DIGITS = 3;

/** Formats a metric value: three significant digits, trailing zeros removed. */
export const metricWords = (value: number): string => String(Number(value.toPrecision(METRIC_DIGITS)));

export function sizeWords(words: Words, bytes: number): string {
  return bytes < BYTES_PER_MB
    ? words.kilobytes((bytes / BYTES_PER_KB).toFixed(0))
    : words.megabytes((bytes / BYTES_PER_MB).toFixed(0));
}

type Sentence = (words: Words, verdict: VerdictView) => string | null;

const quoted: Sentence = (words, { reason }) => (reason === null ? null : words.reason(reason));

const SENTENCES: Readonly<Record<VerdictView['kind'], Sentence>> = {
  PASSED: () => null,
  WRONG_ANSWER: quoted,
  INVALID_ANSWER: quoted,
  TIME_LIMIT: (words, { limit, timeLimit }) => words.timeLimit(durationWords(words, limit ?? 0), timeLimit ?? 'WALL'),
  MEMORY_LIMIT: (words, { limit }) => words.memoryLimit(sizeWords(words, limit ?? 0)),
  OUTPUT_LIMIT: (words, { limit }) => words.outputLimit(sizeWords(words, limit ?? 0)),
  CRASHED: (words, { reason, traceback, line }) => {
    if (reason === null) return null;
    return traceback === null && line === null ? words.crashedUnseen(reason) : words.crashed(reason);
  },
  EXITED_EARLY: (words) => words.exitedEarly,
  FORBIDDEN_CALL: (words) => words.forbiddenCall,
  MUTATED_INPUT: (words, { reason }) => words.mutatedInput(reason),
  FORBIDDEN_IMPORT: (words, { reason }) => words.forbiddenImport(reason),
  NOT_RUN: (words) => words.notRun,
  NOT_GRADED: (words) => words.notGraded,
};

/** The reason for a verdict; null if its name is enough. */
export function verdictSentence(words: Words, verdict: VerdictView): string | null {
  return SENTENCES[verdict.kind](words, verdict);
}
