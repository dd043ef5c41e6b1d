import { Logger as WorkerLogger, type LogLevel } from 'graphile-worker';
import type { Logger } from 'pino';

/** Routine messages of graphile-worker are of interest only when diagnosing a problem. */
const LEVELS = { error: 'error', warning: 'warn', info: 'debug', debug: 'trace' } as const satisfies Record<
  `${LogLevel}`,
  string
>;

/** Writes the log lines of graphile-worker to our log. */
export function workerLog(log: Logger): WorkerLogger {
  return new WorkerLogger((scope) => (level, message, meta) => {
    log[LEVELS[level]]({ ...scope, ...meta }, message);
  });
}
