import { randomUUID } from 'node:crypto';
import { Catch, type ExceptionFilter } from '@nestjs/common';
import type { GraphQLFormattedError } from 'graphql';
import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { QueryFailedError } from 'typeorm';
import { AppError } from '../app-error';
import { isUnavailable, unavailable } from '../database/unavailable';

/** Codes of Apollo and graphql-js for requests that are invalid before any resolver runs. Their messages are kept. */
const REFUSED_EARLY = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** SQLSTATEs of text that PostgreSQL cannot store. Only NUL causes them, since all text is valid UTF-8. */
const UNSTORABLE_TEXT = new Set(['22021', '22P05']);

type Place = Pick<GraphQLFormattedError, 'locations' | 'path'>;

function placeOf({ locations, path }: Place): Place {
  return { ...(locations ? { locations } : {}), ...(path ? { path } : {}) };
}

function causeOf(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError ? causeOf(error.originalError) : error;
}

/** Formats all errors: a code of the closed list, or INTERNAL with the id under which the error is logged. */
export function makeErrorFormatter(log: Logger) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const cause = expectedOf(causeOf(error), log);
    if (cause instanceof AppError) {
      return { message: cause.message, ...placeOf(formatted), extensions: { code: cause.code, ...cause.fields } };
    }
    if (isRefusal(formatted, cause)) {
      return { message: formatted.message, ...placeOf(formatted), extensions: { code: 'BAD_INPUT' } };
    }
    const errorId = randomUUID();
    log.error({ err: cause, errorId, path: formatted.path?.join('.') }, 'request failed');
    return {
      message: 'Internal error. Try again; if it repeats, report the errorId.',
      ...placeOf(formatted),
      extensions: { code: 'INTERNAL', errorId },
    };
  };
}

/** Errors of the database that are told as what they mean for the sender; others as they are. */
function expectedOf(cause: unknown, log: Logger): unknown {
  if (isUnstorableText(cause))
    return new AppError('BAD_INPUT', 'Text must not contain the character NUL. Remove it and try again.');
  if (!isUnavailable(cause)) return cause;
  log.warn({ err: cause }, 'the database is not available');
  return unavailable();
}

function isUnstorableText(cause: unknown): boolean {
  if (!(cause instanceof QueryFailedError)) return false;
  return UNSTORABLE_TEXT.has((cause.driverError as { code?: string }).code ?? '');
}

function isRefusal({ extensions }: GraphQLFormattedError, cause: unknown): boolean {
  const code = extensions?.['code'];
  if (typeof code === 'string' && REFUSED_EARLY.has(code)) return true;
  // Over the websocket, errors of graphql-js itself have neither a code nor an original error.
  return code === undefined && cause instanceof GraphQLError;
}

export type ErrorFormatter = ReturnType<typeof makeErrorFormatter>;

/** Nest's own filter would log and change each error. The formatter above logs and formats it once. */
@Catch()
export class PassOnFilter implements ExceptionFilter {
  catch(error: unknown): unknown {
    return error;
  }
}
