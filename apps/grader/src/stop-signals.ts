const PATIENCE_MS = 12_000;

/** Fires when this process is asked to stop, or when the process that started it is gone. */
export function stopSignal(): AbortSignal {
  const stopping = new AbortController();
  const stop = () => {
    if (stopping.signal.aborted) return;
    stopping.abort();
    // Jobs that cannot be put back in time are freed by their leases.
    setTimeout(() => process.exit(1), PATIENCE_MS).unref();
  };
  for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(name, stop);
  if (process.channel) process.on('disconnect', stop);
  return stopping.signal;
}
