import type { Messages } from '../../messages/en';
import type { VerdictView } from './submission-query';

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

export function sizeWords(words: Words, bytes: number): string {
  return bytes < BYTES_PER_MB
    ? words.kilobytes((bytes / BYTES_PER_KB).toFixed(0))
    : words.megabytes((bytes / BYTES_PER_MB).toFixed(0));
}

/** Why a verdict is what it is; null where its name says everything. */
export function verdictSentence(words: Words, verdict: VerdictView): string | null {
  const { kind, limit, reason } = verdict;
  switch (kind) {
    case 'PASSED':
      return null;
    case 'WRONG_ANSWER':
    case 'INVALID_ANSWER':
      return reason === null ? null : words.reason(reason);
    case 'TIME_LIMIT':
      return words.timeLimit(durationWords(words, limit ?? 0), verdict.timeLimit ?? 'WALL');
    case 'MEMORY_LIMIT':
      return words.memoryLimit(sizeWords(words, limit ?? 0));
    case 'OUTPUT_LIMIT':
      return words.outputLimit(sizeWords(words, limit ?? 0));
    case 'CRASHED':
      return reason === null ? null : words.crashed(reason);
    case 'EXITED_EARLY':
      return words.exitedEarly;
    case 'FORBIDDEN_CALL':
      return words.forbiddenCall;
    case 'NOT_GRADED':
      return words.notGraded;
  }
}
