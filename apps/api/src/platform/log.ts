import { AsyncLocalStorage } from 'node:async_hooks';
import type { LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type Logger } from 'pino';

/** The id of the current request, added to every line logged during it. */
export const requestScope = new AsyncLocalStorage<string>();

type LoggedError = { type: string; message: string; code?: string; stack?: string; cause?: LoggedError };

/** Database errors carry their parameters, such as answers and source code: only these fields are logged. */
export function loggedError(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: 'thrown value that is not an Error' };
  const { code } = error as { code?: unknown };
  return {
    type: error.name,
    message: error.message,
    ...(typeof code === 'string' ? { code } : {}),
    ...(error.stack === undefined ? {} : { stack: error.stack }),
    ...(error.cause === undefined ? {} : { cause: loggedError(error.cause) }),
  };
}

/** Creates the log of the process: JSON lines, each with its request id. */
export function makeLog(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: { app: 'api' },
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: loggedError },
    mixin: () => {
      const requestId = requestScope.getStore();
      return requestId === undefined ? {} : { requestId };
    },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** Sends Nest's messages to the same log; its start-up messages have level debug. */
export function nestLogger(log: Logger): LoggerService {
  const textOf = (message: unknown): string => (typeof message === 'string' ? message : 'see err');
  return {
    log: (message: unknown) => log.debug(textOf(message)),
    debug: (message: unknown) => log.debug(textOf(message)),
    verbose: (message: unknown) => log.trace(textOf(message)),
    warn: (message: unknown) => log.warn(textOf(message)),
    error: (message: unknown) => log.error(message instanceof Error ? { err: message } : {}, textOf(message)),
    fatal: (message: unknown) => log.fatal(message instanceof Error ? { err: message } : {}, textOf(message)),
  };
}

/** An error in one line. An AggregateError, as of a refused connection to a name with several addresses, has no message; its parts do. */
export function explain(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(explain).join('; ');
  return error instanceof Error ? error.message : String(error);
}
