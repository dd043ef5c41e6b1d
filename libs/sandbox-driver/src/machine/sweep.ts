import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';

const PATTERN = /^holdout-(\d+)-\d+$/;
const LONGEST_SOCKET_FOLDER = 80;

let made = 0;

/** A name that says which process made it, so that a later start knows what nobody needs any more. */
export function ownName(): string {
  made += 1;
  return `holdout-${process.pid}-${made}`;
}

/** Whose a folder or control group of that name is: nobody's of ours, a living process's, or a dead one's. */
export function isOurs(name: string): 'no' | 'living' | 'stale' {
  const pid = PATTERN.exec(name)?.[1];
  if (pid === undefined) return 'no';
  return isAlive(Number(pid)) ? 'living' : 'stale';
}

/** A new folder for the sockets of one zygote or server; elsewhere when the path would be too long for a socket. */
export function makeSocketFolder(scratchDir: string): string {
  const parent = scratchDir.length > LONGEST_SOCKET_FOLDER ? tmpdir() : scratchDir;
  const folder = `${parent}/${ownName()}`;
  mkdirSync(`${folder}/root`, { recursive: true });
  return folder;
}

/** Takes away the folders that dead processes of ours left, but for those of another user. */
export function sweepScratch(scratchDir: string): void {
  mkdirSync(scratchDir, { recursive: true });
  for (const parent of new Set([scratchDir, tmpdir()])) {
    for (const name of readdirSync(parent)) {
      if (isOurs(name) === 'stale') tryToRemove(`${parent}/${name}`);
    }
  }
}

function tryToRemove(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch (error) {
    if (!['EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
