import { CombinedGraphQLErrors } from '@apollo/client/errors';

const CODES = ['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'BAD_INPUT', 'CONFLICT', 'RATE_LIMITED'] as const;

/** Why something could not be had: the API's closed list, no connection, or a failure of ours. */
export type ErrorCode = (typeof CODES)[number] | 'UNREACHABLE' | 'INTERNAL';

const extensionsOf = (error: unknown) => (CombinedGraphQLErrors.is(error) ? (error.errors[0]?.extensions ?? {}) : null);

/** What the page may say about a failure. Anything unknown is a failure of ours. */
export function errorCodeOf(error: unknown): ErrorCode {
  const extensions = extensionsOf(error);
  if (!extensions) return error instanceof TypeError ? 'UNREACHABLE' : 'INTERNAL';
  return CODES.find((code) => code === extensions['code']) ?? 'INTERNAL';
}

/** The id under which a failure of ours was logged. */
export function errorIdOf(error: unknown): string | undefined {
  const id: unknown = extensionsOf(error)?.['errorId'];
  return typeof id === 'string' ? id : undefined;
}

/** How long to wait before asking again, where the API says so. */
export function retryAfterSecondsOf(error: unknown): number {
  const seconds: unknown = extensionsOf(error)?.['retryAfterSeconds'];
  return typeof seconds === 'number' ? seconds : 0;
}
