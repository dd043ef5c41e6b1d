import { fileURLToPath } from 'node:url';
import { NotStarted } from '@holdout/embedded-postgres';
import { SettingsError } from '@holdout/settings';
import { admin } from './admin';
import { StartFailure } from './failure';
import { say, warn } from './say';
import { serve } from './serve';
import { Stopping } from './stopping';

/** Built to dist/launcher/main.mjs, two levels below the checkout. */
const workspace = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

function explain(failure: unknown): string {
  const isKnown = failure instanceof StartFailure || failure instanceof SettingsError || failure instanceof NotStarted;
  if (isKnown) return failure.message;
  return failure instanceof Error ? (failure.stack ?? failure.message) : String(failure);
}

/** Waits for a signal or for the exit of the parent process. */
function untilAsked(stopping: Stopping): Promise<void> {
  return new Promise((resolve) => {
    if (stopping.signal.aborted) resolve();
    stopping.signal.addEventListener('abort', () => {
      resolve();
    });
  });
}

async function run(stopping: Stopping): Promise<number> {
  const [command, ...args] = process.argv.slice(2);
  if (command === 'admin') return admin(workspace, args, stopping);
  await serve(workspace, stopping);
  await untilAsked(stopping);
  return 0;
}

async function main(): Promise<void> {
  const stopping = new Stopping();
  // EPIPE, if the terminal is closed before this process ends.
  process.stdout.on('error', () => undefined);
  let asked = false;
  const ask = () => {
    if (!asked) say('\nStopping …');
    asked = true;
    stopping.ask();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ask);
  process.on('disconnect', ask);
  let code = 1;
  try {
    code = await run(stopping);
  } catch (failure) {
    if (asked) code = 0;
    else warn(explain(failure));
  }
  await stopping.stop();
  process.exit(code);
}

await main();
