import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { StepFailed } from './run.mjs';
import { workspace } from './workspace.mjs';

function listenProblem(port, host) {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', (failure) => done(failure.code));
    server.listen({ port, host, exclusive: true }, () => server.close(() => done(null)));
  });
}

/** A zombie has a process id, but does not run. */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return !/\) Z /.test(existsSync(`/proc/${pid}/stat`) ? readFileSync(`/proc/${pid}/stat`, 'utf8') : '');
  } catch {
    return false;
  }
}

/** A copied home has the lock file of the original. Earlier versions did not record the directory. */
function isOf({ home: identity }, home) {
  const { dev, ino } = statSync(home);
  return identity === undefined || identity === `${dev}:${ino}`;
}

/** The launcher that has locked this home, if its process runs. The launcher itself compares start times too. */
function holder(home) {
  const file = join(home, 'launcher.json');
  const found = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
  return found && isOf(found, home) && isAlive(found.pid) ? found : null;
}

function portIn(env) {
  const port = Number(env.PORT || 3000);
  if (Number.isInteger(port) && port >= 1 && port <= 65535) return port;
  throw new StepFailed(`PORT is ${JSON.stringify(env.PORT)}; expected a whole number from 1 to 65535`);
}

/**
 * Fails at once if the address is in use, before minutes of installing and building. The launcher checks it again, with
 * all settings. A killed product may still use the port for a moment, so the check is retried for three seconds.
 */
export async function checkAddress(env = process.env) {
  const port = portIn(env);
  const host = env.HOST || '127.0.0.1';
  const home = resolve(workspace, env.HOLDOUT_HOME || '.holdout');
  for (let tries = existsSync(home) ? 30 : 1; tries > 0; tries -= 1) {
    const other = holder(home);
    if (other) throw new StepFailed(`Holdout is already running on ${home}: ${other.address} (process ${other.pid})`);
    if ((await listenProblem(port, host)) !== 'EADDRINUSE') return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new StepFailed(
    `${host}:${port} is in use by another program. Set PORT or HOST to use another, for example: PORT=3001 npm start`,
  );
}
