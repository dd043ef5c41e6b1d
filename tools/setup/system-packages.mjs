import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mustRun } from './run.mjs';
import { say, step } from './say.mjs';
import { workspace } from './workspace.mjs';

const SANDBOX_LIST = 'libs/sandbox-driver/src/machine/system-packages.ts';

const ENTRY = /\bname: '([a-z0-9][a-z0-9+.-]+)'(?:.*\blanguage: '(\w+)')?/g;

/**
 * The system packages of the sandbox, parsed from its source, because nothing is built yet; without the packages of
 * languages that HOLDOUT_LANGUAGES does not list.
 */
export function sandboxPackages(languages = process.env['HOLDOUT_LANGUAGES'] ?? '') {
  const file = join(workspace, SANDBOX_LIST);
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const offered = languages
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const isNeeded = (language) => language === undefined || offered.length === 0 || offered.includes(language);
  return [...text.matchAll(ENTRY)].filter(([, , language]) => isNeeded(language)).map(([, name]) => name);
}

const succeeds = (command, args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;

function isMissing(name) {
  const { stdout } = spawnSync('dpkg-query', ['-W', '-f', '${Status}', name], { encoding: 'utf8' });
  return !(stdout || '').includes('install ok installed');
}

/** The prefix for `apt-get`: none for root, sudo if it needs no password; null if this user cannot install. */
function authority() {
  if (process.getuid && process.getuid() === 0) return [];
  return succeeds('sudo', ['-n', 'true']) ? ['sudo', '-n', 'env'] : null;
}

async function aptGet(before, names) {
  const noQuestions = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', '-o', 'DPkg::Lock::Timeout=120'];
  const [command, ...rest] = [...before, ...noQuestions];
  await mustRun(command, [...rest, 'update']);
  await mustRun(command, [...rest, 'install', '-y', '--no-install-recommends', ...names]);
}

/**
 * Installs missing packages, or prints the command if this user cannot; true if all are installed.
 *
 * Missing packages do not stop the start: Holdout then runs without grading.
 */
export async function installSystemPackages(names, purpose) {
  if (!succeeds('dpkg-query', ['--version'])) {
    say(`This is not Debian or Ubuntu. ${purpose} needs the equivalents of these packages: ${names.join(' ')}`);
    return false;
  }
  const missing = names.filter(isMissing);
  if (missing.length === 0) return true;
  const before = authority();
  const line = `apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  if (!before) {
    say(`${purpose} is disabled until an administrator runs:\n  sudo ${line}`);
    return false;
  }
  try {
    await step(`Installing system packages (${missing.join(' ')})`, () => aptGet(before, missing));
    return true;
  } catch (failure) {
    say(
      `${purpose} is disabled, because its packages could not be installed. To see why, run:\n  ${line}\n${failure.message}`,
    );
    return false;
  }
}
