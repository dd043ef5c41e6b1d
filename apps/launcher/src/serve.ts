import { join } from 'node:path';
import { apiEnvironment, graderEnvironment, type Product } from './child-environment';
import { delegateCgroups } from './delegated-cgroups';
import { demoAccountLines } from './demo-accounts';
import { StartFailure } from './failure';
import { ProcessList } from './left-overs';
import { endOfLog } from './log-file';
import { type OpenProduct, openProduct } from './product';
import { makeOwnDirectory, programUsers } from './program-users';
import { askableAddress, waitUntilReady } from './readiness';
import { say, warn } from './say';
import type { Stopping } from './stopping';
import { type Program, Supervised } from './supervised';

const START_TIMEOUT_MS = 60_000;
const EXITS_BEFORE_READY = 3;

function programs(product: OpenProduct): readonly Program[] {
  const { workspace, home, addresses } = product;
  const users = programUsers(product);
  const program = (name: 'api' | 'grader', environment: NodeJS.ProcessEnv): Program => {
    // Node keeps compiled code here between starts, for the user of the program alone.
    const compiled = join(home.directory, `compiled-${name}`);
    makeOwnDirectory(compiled, users[name]);
    return {
      name,
      workspace,
      // The home of the person who starts the launcher is not theirs to read.
      environment: { ...environment, NODE_COMPILE_CACHE: compiled, ...(users[name] ? { HOME: '/' } : {}) },
      script: join(workspace, 'dist', name, 'main.mjs'),
      logFile: join(home.logs, `${name}.log`),
      user: users[name],
      mayStart: product.whenDatabaseRuns,
    };
  };
  const api = program('api', apiEnvironment(product));
  if (addresses.graderDatabaseUrl === null) {
    warn('GRADER_DATABASE_URL is not set, so no grader is started; submissions wait until one runs.');
    return [api];
  }
  const grader = program('grader', graderEnvironment(product));
  if (!users.grader) return [api, grader];
  makeOwnDirectory(join(home.directory, 'sandbox'), users.grader);
  return [api, { ...grader, onStart: delegateCgroups(users.grader) }];
}

function startPrograms(product: OpenProduct, stopping: Stopping): Supervised {
  const processes = new ProcessList(product.home);
  const all = programs(product).map((program) => {
    const supervised = new Supervised(program, processes, ({ name, logFile }) => {
      warn(`The ${name} exited unexpectedly and is restarted; see ${logFile}`);
    });
    supervised.start();
    return supervised;
  });
  stopping.onStop(() => Promise.all(all.map((one) => one.stop())).then(() => undefined));
  restartOnRequest(all);
  const [api] = all;
  if (!api) throw new Error('There is always an api');
  return api;
}

/** The parent of `npm run dev` sends the names of programs that it has rebuilt. */
function restartOnRequest(all: readonly Supervised[]): void {
  process.on('message', (message: { readonly restart?: readonly string[] }) => {
    for (const supervised of all) if (message.restart?.includes(supervised.name)) supervised.restart();
  });
}

async function waitForApi(product: Product, api: Supervised, stopping: Stopping): Promise<string | null> {
  const { settings, home } = product;
  const answer = await waitUntilReady(askableAddress(settings.host, settings.port), {
    timeoutMs: START_TIMEOUT_MS,
    signal: stopping.signal,
    givesUp: () => api.exits >= EXITS_BEFORE_READY,
  });
  stopping.check();
  if (answer) return answer.ready ? null : answer.body;
  throw new StartFailure(`The api did not start. The end of its log:\n${endOfLog(join(home.logs, 'api.log'))}`);
}

/** Starts everything and resolves once the site is ready; it runs until `stopping` is asked. */
export async function serve(workspace: string, stopping: Stopping): Promise<void> {
  const product = await openProduct(workspace, stopping, { serves: true });
  say('Starting the api and the grader …');
  const api = startPrograms(product, stopping);
  const missing = await waitForApi(product, api, stopping);
  const demo = await demoAccountLines(product, stopping);
  say('');
  if (missing !== null) warn(`Not everything is ready: ${missing}`);
  say(`Holdout is ready: ${product.settings.publicUrl}`);
  for (const line of demo) say(line);
  if (product.localMode && product.settings.mail === null) say(`Mailbox: ${product.settings.publicUrl}/dev/mail`);
  say(`Logs: ${product.home.logs}   Stop: Ctrl-C`);
}
