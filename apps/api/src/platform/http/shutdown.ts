import type { Logger } from 'pino';

/** How long shutdown waits for requests in progress. */
const PATIENCE_MS = 15_000;

/** Shuts down on SIGINT or SIGTERM, and when the IPC channel to the launcher closes. */
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
        log.error({ err: error }, 'shutdown failed');
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => begin(signal));
  process.on('disconnect', () => begin('the parent process exited'));
}
