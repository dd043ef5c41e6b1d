/** Closed list of error codes. Failures that a person can act on are returned as a Problem instead. */
export type ErrorCode =
  'UNAUTHENTICATED' | 'FORBIDDEN' | 'NOT_FOUND' | 'BAD_INPUT' | 'CONFLICT' | 'RATE_LIMITED' | 'UNAVAILABLE';

const MESSAGES: Readonly<Record<ErrorCode, string>> = {
  UNAUTHENTICATED: 'Sign in to continue.',
  FORBIDDEN: 'This is not allowed.',
  NOT_FOUND: 'Not found, or not visible to you.',
  BAD_INPUT: 'The request is invalid.',
  CONFLICT: 'A concurrent request changed the same data. Reload and try again.',
  RATE_LIMITED: 'Too many requests. Try again later.',
  UNAVAILABLE: 'The database is not available at the moment. Try again.',
};

/** An expected error that is sent to the client with its code. Anything else thrown becomes INTERNAL. */
export class AppError extends Error {
  override readonly name = 'AppError';

  constructor(
    readonly code: ErrorCode,
    message: string = MESSAGES[code],
    readonly fields: Readonly<Record<string, string | number>> = {},
  ) {
    super(message);
  }
}

/** Objects of others get the same response as missing ones, so that ids cannot be probed. */
export const notFound = (): AppError => new AppError('NOT_FOUND');
