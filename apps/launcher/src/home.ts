import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { StartFailure } from './failure';

/** The directory of all persistent data, with the paths in it. */
export type Home = {
  readonly directory: string;
  readonly logs: string;
  readonly secretFile: string;
  readonly databaseFile: string;
  readonly lockFile: string;
  readonly processesFile: string;
};

/** If root starts Holdout, the database server runs as another user, which needs search permission on the directory. */
const MODE = process.getuid?.() === 0 ? 0o711 : 0o700;

/** Distinguishes a directory from its copies; a move in one file system keeps it. Null if there is no such directory. */
export function identityOf(directory: string): string | null {
  const found = statSync(directory, { throwIfNoEntry: false });
  return found?.isDirectory() ? `${found.dev}:${found.ino}` : null;
}

/** What was recorded with this identity is about this home, and not about the one that it was copied from. */
export function isAbout(home: Home, identity: string | null | undefined): boolean {
  return identity === undefined || identity === identityOf(home.directory);
}

/** Creates the directory if it is missing. */
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
    throw new StartFailure(`HOLDOUT_HOME is ${JSON.stringify(directory)}, which is not writable: ${why}`, { cause });
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

/** Writes a temporary file, then renames it atomically: readers and crashes never see a partial file. Mode 0600. */
export function writePrivately(file: string, content: string): void {
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, content, { mode: 0o600, flush: true });
  renameSync(unfinished, file);
}

/** The content of a JSON file written by `writePrivately`; null if it is missing or empty. */
export function readJson<T>(file: string): T | null {
  if (!existsSync(file) || statSync(file).size === 0) return null;
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}

/** A random word of 256 bits. */
export function randomWord(): string {
  return randomBytes(32).toString('base64url');
}

/** The secret that seeds hidden data, generated at the first start. Without it no stored variant can be generated again. */
export function keptSecret(home: Home): string {
  if (!existsSync(home.secretFile)) writePrivately(home.secretFile, `${randomWord()}\n`);
  return readFileSync(home.secretFile, 'utf8').trim();
}
