import { QueryFailedError, QueryRunnerAlreadyReleasedError } from 'typeorm';
import { AppError } from '../app-error';

/** SQLSTATEs of a server that shuts down, has crashed, starts up, or has no disk, memory or connection left. */
const STATES = /^(57P0[1235]|08...|53...|58030)$/;
/** Codes of Node.js for a connection that cannot be made or is lost. */
const CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'EAI_AGAIN']);
/** The driver's own errors about a connection have no code. */
const MESSAGES =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|timeout exceeded when trying to connect)/;

const RETRY_AFTER_SECONDS = 1;

function isCode(code: unknown): boolean {
  return typeof code === 'string' && (STATES.test(code) || CODES.has(code));
}

/**
 * Whether the database could not be used for now: nothing is wrong with the request, and the same one may succeed later. What
 * it was about to write may have been committed, as after any lost connection.
 */
export function isUnavailable(error: unknown): boolean {
  // TypeORM takes a lost connection from its transaction, whose next statement then has none.
  if (error instanceof QueryRunnerAlreadyReleasedError) return true;
  if (error instanceof QueryFailedError) return isUnavailable(error.driverError);
  if (error instanceof AggregateError) return error.errors.length > 0 && error.errors.every(isUnavailable);
  return error instanceof Error && (isCode((error as { code?: unknown }).code) || MESSAGES.test(error.message));
}

/** What a sender is told meanwhile. */
export const unavailable = (): AppError =>
  new AppError('UNAVAILABLE', undefined, { retryAfterSeconds: RETRY_AFTER_SECONDS });
