import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, watch } from 'node:fs';
import { join } from 'node:path';

/** The product with its api and grader rebuilt and started again on a change, and the web app served by Vite. */
const home = process.env.HOLDOUT_HOME ?? '.holdout';
const env = { ...process.env, NODE_ENV: 'development', LOG_LEVEL: process.env.LOG_LEVEL ?? 'debug' };
const api = `http://127.0.0.1:${process.env.PORT ?? 3000}`;

const build = () =>
  spawnSync('nx', ['run-many', '-t', 'build', '--exclude', 'web'], { stdio: 'inherit', env }).status === 0;

function restart() {
  const file = join(home, 'processes.json');
  const marks = existsSync(file) ? Object.values(JSON.parse(readFileSync(file, 'utf8'))) : [];
  for (const { pid } of marks) process.kill(pid, 'SIGTERM');
}

let waiting = null;
function changed(_event, name) {
  if (!name || !/\.(ts|graphql|sql|py)$/.test(name) || /generated|api\/schema\.graphql|web\/|\.test\.ts$/.test(name))
    return;
  clearTimeout(waiting);
  waiting = setTimeout(() => build() && restart(), 300);
}

if (!build()) process.exit(1);
const launcher = spawn('node', ['dist/launcher/main.mjs'], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'], env });
const web = spawn('vite', ['apps/web', '--clearScreen', 'false'], {
  stdio: 'inherit',
  env: { ...env, HOLDOUT_API: api },
});
for (const directory of ['apps', 'libs']) watch(directory, { recursive: true }, changed);
launcher.once('exit', (code) => {
  web.kill('SIGTERM');
  process.exit(code ?? 1);
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => launcher.kill(signal));
