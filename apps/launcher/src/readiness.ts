import { setTimeout as pause } from 'node:timers/promises';

export type Answer = { readonly ready: boolean; readonly status: number; readonly body: string };

const PERIOD_MS = 100;

/** The product listens on one address; "any address" is asked by way of this machine's own. */
export function askableAddress(host: string, port: number): string {
  const reachable = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`;
}

/** Gives what `/readyz` says, or null when nobody answers. */
export async function askReadiness(address: string): Promise<Answer | null> {
  try {
    const response = await fetch(`${address}/readyz`, { signal: AbortSignal.timeout(3000) });
    return { ready: response.ok, status: response.status, body: await response.text() };
  } catch {
    return null;
  }
}

type Patience = { readonly patienceMs: number; readonly signal: AbortSignal; readonly givesUp: () => boolean };

/** Waits until the product is ready; gives its last word, which is null when it never answered. */
export async function waitUntilReady(
  address: string,
  { patienceMs, signal, givesUp }: Patience,
): Promise<Answer | null> {
  const until = performance.now() + patienceMs;
  let last: Answer | null = null;
  while (!signal.aborted && !givesUp() && performance.now() < until) {
    last = await askReadiness(address);
    if (last?.ready) return last;
    await pause(PERIOD_MS);
  }
  return last;
}
