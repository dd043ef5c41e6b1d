import type { Logger } from 'pino';

/** A request may take this long to end before the process leaves it behind. */
const PATIENCE_MS = 15_000;

/** Stops in order on a signal, and when the launcher that started us is gone: its channel closes. */
export function stopWithParent(log: Logger, stop: () => Promise<void>): void {
  let stopping = false;
  const begin = (why: string): void => {
    if (stopping) return;
    stopping = true;
    log.info({ why }, 'stopping');
    setTimeout(() => process.exit(1), PATIENCE_MS).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'stopping failed');
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => begin(signal));
  process.on('disconnect', () => begin('the parent is gone'));
}
