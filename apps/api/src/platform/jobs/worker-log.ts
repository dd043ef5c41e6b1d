import { Logger as WorkerLogger, type LogLevel } from 'graphile-worker';
import type { Logger } from 'pino';

/** What graphile-worker reports about its routine is of interest only when something is wrong. */
const LEVELS = { error: 'error', warning: 'warn', info: 'debug', debug: 'trace' } as const satisfies Record<
  `${LogLevel}`,
  string
>;

/** Sends the log lines of graphile-worker to ours. */
export function workerLog(log: Logger): WorkerLogger {
  return new WorkerLogger((scope) => (level, message, meta) => {
    log[LEVELS[level]]({ ...scope, ...meta }, message);
  });
}
