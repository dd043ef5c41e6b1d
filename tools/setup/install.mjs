import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mustRun } from './run.mjs';
import { step } from './say.mjs';
import { workspace } from './workspace.mjs';

const read = (name) => {
  const file = join(workspace, name);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : null;
};

/** npm lists what it installed in `.package-lock.json`, without the packages for other platforms. */
function isInstalled() {
  const wanted = read('package-lock.json');
  const present = read('node_modules/.package-lock.json');
  if (!wanted || !present) return false;
  const complete = Object.entries(wanted).every(
    ([path, { version, optional, devOptional }]) =>
      path === '' ||
      !path.startsWith('node_modules') ||
      (present[path] ? present[path].version === version : optional || devOptional),
  );
  return complete && Object.keys(present).every((path) => path in wanted);
}

/** Runs `npm ci` if the installed packages differ from the lock file. */
export async function installDependencies() {
  if (isInstalled()) return;
  const npm = process.env.npm_execpath;
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  await step('Installing dependencies (npm ci)', () =>
    npm && npm.endsWith('.js')
      ? mustRun(process.execPath, [npm, ...args], { cwd: workspace })
      : mustRun('npm', args, { cwd: workspace }),
  );
}
