import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';

const CODES = ['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'BAD_INPUT', 'CONFLICT', 'RATE_LIMITED'] as const;

/** Statuses without an answer of ours: a proxy has no server behind it, or the API has no database. */
const NO_SERVER = [502, 503, 504];

/** Why a request failed: the API's closed list of codes, no network, no answer, or an internal error. */
export type ErrorCode = (typeof CODES)[number] | 'OFFLINE' | 'UNREACHABLE' | 'INTERNAL';

const extensionsOf = (error: unknown) => (CombinedGraphQLErrors.is(error) ? (error.errors[0]?.extensions ?? {}) : null);

/**
 * Whether a part of the web app could not be fetched: the device was offline, or a later version of the app has replaced
 * it. Browsers keep the failed import, so that only a reload of the page tries again.
 */
export function isMissingCode(error: unknown): boolean {
  return error instanceof Error && /dynamically imported|module script|preload/i.test(error.message);
}

function codeWithoutAnswer(error: unknown): ErrorCode {
  if (ServerError.is(error) && NO_SERVER.includes(error.statusCode)) return 'UNREACHABLE';
  if (!(error instanceof TypeError) && !isMissingCode(error)) return 'INTERNAL';
  return window.navigator.onLine ? 'UNREACHABLE' : 'OFFLINE';
}

/** Maps an error to a code that the page can show. Unknown errors are internal. */
export function errorCodeOf(error: unknown): ErrorCode {
  const extensions = extensionsOf(error);
  if (!extensions) return codeWithoutAnswer(error);
  // The API runs and its database does not: for a person the same as no server, and over as soon.
  if (extensions['code'] === 'UNAVAILABLE') return 'UNREACHABLE';
  return CODES.find((code) => code === extensions['code']) ?? 'INTERNAL';
}

/** The id under which the server logged an internal error. */
export function errorIdOf(error: unknown): string | undefined {
  const id: unknown = extensionsOf(error)?.['errorId'];
  return typeof id === 'string' ? id : undefined;
}

/** How long to wait before a retry, if the API says so. */
export function retryAfterSecondsOf(error: unknown): number {
  const seconds: unknown = extensionsOf(error)?.['retryAfterSeconds'];
  return typeof seconds === 'number' ? seconds : 0;
}
