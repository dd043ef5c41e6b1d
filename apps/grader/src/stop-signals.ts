const TIMEOUT_MS = 12_000;

/** A signal that is aborted on SIGTERM, SIGINT or SIGHUP, or when the parent process disconnects. */
export function stopSignal(): AbortSignal {
  const stopping = new AbortController();
  const stop = () => {
    if (stopping.signal.aborted) return;
    stopping.abort();
    // Leases of jobs that cannot be given back in time expire.
    setTimeout(() => process.exit(1), TIMEOUT_MS).unref();
  };
  for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(name, stop);
  if (process.channel) process.on('disconnect', stop);
  return stopping.signal;
}
