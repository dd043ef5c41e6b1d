import type { Messages } from '../messages/en';
import { type ErrorCode, errorCodeOf, errorIdOf, retryAfterSecondsOf } from './error-code';

/** One sentence for a failed action: what happened, what is safe, what to do. */
export function errorWords(messages: Messages, error: unknown): string {
  const words = messages.errors;
  const byCode: Readonly<Record<Exclude<ErrorCode, 'INTERNAL'>, string>> = {
    UNAUTHENTICATED: words.signedOut,
    FORBIDDEN: words.forbidden,
    NOT_FOUND: words.notFound,
    BAD_INPUT: words.badInput,
    CONFLICT: words.conflict,
    RATE_LIMITED: words.tooOften(Math.max(1, Math.ceil(retryAfterSecondsOf(error) / 60))),
    OFFLINE: words.offline,
    UNREACHABLE: words.unreachable,
  };
  const code = errorCodeOf(error);
  return code === 'INTERNAL' ? words.internal(errorIdOf(error)) : byCode[code];
}
