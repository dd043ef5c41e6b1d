import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, watch } from 'node:fs';
import { join } from 'node:path';
import { buildNodeApp } from './node-app.mjs';

/**
 * Runs the product, rebuilds and restarts API and grader on changes, and serves the web app by Vite. After the
 * first build only the affected programs are bundled, in this process.
 */
const home = process.env.HOLDOUT_HOME ?? '.holdout';
const env = {
  ...process.env,
  NODE_ENV: 'development',
  LOG_LEVEL: process.env.LOG_LEVEL ?? 'debug',
};
const api = `http://127.0.0.1:${process.env.PORT ?? 3000}`;
const QUIET_MS = 50;

/** The programs that a file is part of. Libs are bundled into both. */
function programsOf(path) {
  if (/\.test\.tsx?$|\.(it|box|load)\.|generated\/|api\/schema\.graphql$/.test(path)) return [];
  if (!/\.(ts|graphql|sql|py|R|mjs)$/.test(path)) return [];
  if (path.startsWith('apps/api/')) return ['api'];
  if (path.startsWith('apps/grader/')) return ['grader'];
  return /^libs\/(?!ui|code-editor|testing)/.test(path) ? ['api', 'grader'] : [];
}

async function rebuild(paths) {
  const began = performance.now();
  const programs = [...new Set(paths.flatMap(programsOf))];
  if (programs.length === 0) return;
  if (paths.some((path) => path.endsWith('.graphql')))
    spawnSync('nx', ['run', 'api:codegen'], { stdio: 'inherit', env });
  try {
    for (const program of programs) await buildNodeApp(program);
  } catch (failure) {
    process.stderr.write(`${failure.message}\nThe previous build of ${programs.join(' and ')} keeps running.\n`);
    return;
  }
  for (const program of programs) {
    const before = pidOf(program);
    launcher.send({ restart: [program] });
    await untilAnotherRuns(program, before);
    process.stdout.write(`${program} restarted in ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
  }
}

const pidOf = (program) => JSON.parse(readFileSync(join(home, 'processes.json'), 'utf8'))[program]?.pid;

/**
 * The previous process still responds for a moment. The API restarts first and is ready before the grader starts, which
 * measures its sandboxes then and would take the processor from the API.
 */
async function untilAnotherRuns(program, before) {
  for (let isReady = false; !isReady && launcher.exitCode === null;) {
    await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
    if (pidOf(program) === before) continue;
    isReady = program !== 'api' || (await isApiReady());
  }
}

const isApiReady = () =>
  fetch(`${api}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );

const changed = new Set();
let isBusy = false;
async function work() {
  if (isBusy || changed.size === 0) return;
  isBusy = true;
  const paths = [...changed];
  changed.clear();
  await rebuild(paths);
  isBusy = false;
  await work();
}

if (spawnSync('nx', ['run-many', '-t', 'build', '--exclude', 'web'], { stdio: 'inherit', env }).status !== 0)
  process.exit(1);
const launcher = spawn('node', ['dist/launcher/main.mjs'], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'], env });
const web = spawn('vite', ['apps/web', '--clearScreen', 'false'], {
  stdio: 'inherit',
  env: { ...env, HOLDOUT_API: api },
});
for (const directory of ['apps', 'libs']) {
  watch(directory, { recursive: true }, (_event, name) => {
    if (!name) return;
    changed.add(`${directory}/${name}`);
    setTimeout(() => void work(), QUIET_MS);
  });
}
launcher.once('exit', (code) => {
  web.kill('SIGTERM');
  process.exit(code ?? 1);
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => launcher.kill(signal));
