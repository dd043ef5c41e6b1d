import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { StartFailure } from './failure';

/** The directory where everything that is kept lives. */
export type Home = {
  readonly directory: string;
  readonly logs: string;
  readonly secretFile: string;
  readonly databaseFile: string;
  readonly lockFile: string;
  readonly processesFile: string;
};

/** Root's database server runs as another user, which must be able to pass through; nobody else needs to. */
const MODE = process.getuid?.() === 0 ? 0o711 : 0o700;

/** Makes the directory where it is missing and names what lies in it. */
export function openHome(path: string): Home {
  const directory = resolve(path);
  const logs = join(directory, 'logs');
  try {
    if (!existsSync(directory)) {
      mkdirSync(directory, { recursive: true });
      chmodSync(directory, MODE);
    }
    mkdirSync(logs, { recursive: true, mode: 0o700 });
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new StartFailure(`HOLDOUT_HOME is ${JSON.stringify(directory)}, which cannot be written: ${why}`, { cause });
  }
  return {
    directory,
    logs,
    secretFile: join(directory, 'secret'),
    databaseFile: join(directory, 'database.json'),
    lockFile: join(directory, 'launcher.json'),
    processesFile: join(directory, 'processes.json'),
  };
}

/** Writes so that a reader, or a crash, meets the old content or the new, never half of it. */
export function writePrivately(file: string, content: string): void {
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, content, { mode: 0o600, flush: true });
  renameSync(unfinished, file);
}

/** Gives what a file of ours holds, or null when there is none. */
export function readJson<T>(file: string): T | null {
  if (!existsSync(file) || statSync(file).size === 0) return null;
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}

/** Gives a word that nobody can guess. */
export function randomWord(): string {
  return randomBytes(32).toString('base64url');
}

/** Gives the secret that seeds hidden data, made at the first start. Losing it loses every stored variant's origin. */
export function keptSecret(home: Home): string {
  if (!existsSync(home.secretFile)) writePrivately(home.secretFile, `${randomWord()}\n`);
  return readFileSync(home.secretFile, 'utf8').trim();
}
