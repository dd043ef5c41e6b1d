import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { told } from './journey';

const PERIOD_MS = 100;
/** From tools/jest/waits.cjs. */
declare const CONDITION_MS: number;

/**
 * Stops the api process with SIGTERM and waits until the launcher has restarted it. Banks are read at startup, so the
 * running product needs a restart to see a changed bank.
 */
export async function restartApi(): Promise<void> {
  const before = apiOf();
  process.kill(before, 'SIGTERM');
  const until = Date.now() + CONDITION_MS;
  while (Date.now() < until) {
    if (apiOf() !== before && (await isReady())) return;
    await new Promise((resolve) => setTimeout(resolve, PERIOD_MS));
  }
  throw new Error('The api was not ready again in time');
}

function apiOf(): number {
  const marks = JSON.parse(readFileSync(join(told('E2E_HOME'), 'processes.json'), 'utf8')) as {
    readonly api: { readonly pid: number };
  };
  return marks.api.pid;
}

async function isReady(): Promise<boolean> {
  try {
    return (await fetch(`${told('E2E_URL')}/readyz`)).ok;
  } catch {
    return false;
  }
}
