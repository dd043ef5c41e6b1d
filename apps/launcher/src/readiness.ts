import { setTimeout as pause } from 'node:timers/promises';

export type Answer = { readonly ready: boolean; readonly status: number; readonly body: string };

const PERIOD_MS = 100;

/** The URL for requests to a server on this host; the loopback address if it listens on any address. */
export function askableAddress(host: string, port: number): string {
  const reachable = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`;
}

/** The response of `/readyz`; null if there is none within three seconds. */
export async function askReadiness(address: string): Promise<Answer | null> {
  try {
    const response = await fetch(`${address}/readyz`, { signal: AbortSignal.timeout(3000) });
    return { ready: response.ok, status: response.status, body: await response.text() };
  } catch {
    return null;
  }
}

type Waiting = { readonly timeoutMs: number; readonly signal: AbortSignal; readonly givesUp: () => boolean };

/** Polls `/readyz` until the product is ready or the time is up; gives the last response, null if there was none. */
export async function waitUntilReady(address: string, { timeoutMs, signal, givesUp }: Waiting): Promise<Answer | null> {
  const until = performance.now() + timeoutMs;
  let last: Answer | null = null;
  while (!signal.aborted && !givesUp() && performance.now() < until) {
    last = await askReadiness(address);
    if (last?.ready) return last;
    await pause(PERIOD_MS);
  }
  return last;
}
