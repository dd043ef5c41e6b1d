import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';

const PATTERN = /^holdout-(\d+)-\d+$/;
const MAX_SOCKET_FOLDER_LENGTH = 80;

let made = 0;

/** A unique name that contains our pid, so that a later start can see whether its owner still runs. */
export function newName(): string {
  made += 1;
  return `holdout-${process.pid}-${made}`;
}

/** Who made a directory or cgroup of that name: not this product, a running process of ours, or one that has exited. */
export function ownerOf(name: string): 'foreign' | 'running' | 'exited' {
  const pid = PATTERN.exec(name)?.[1];
  if (pid === undefined) return 'foreign';
  return isAlive(Number(pid)) ? 'running' : 'exited';
}

/**
 * Creates a directory for the sockets of one zygote or server. Falls back to the temporary directory if the path would
 * be longer than a socket address allows (108 bytes).
 */
export function makeSocketFolder(scratchDir: string): string {
  const parent = scratchDir.length > MAX_SOCKET_FOLDER_LENGTH ? tmpdir() : scratchDir;
  const folder = `${parent}/${newName()}`;
  mkdirSync(`${folder}/root`, { recursive: true });
  return folder;
}

/** Removes the directories left by exited processes of ours, except those that belong to another user. */
export function sweepScratch(scratchDir: string): void {
  mkdirSync(scratchDir, { recursive: true });
  for (const parent of new Set([scratchDir, tmpdir()])) {
    for (const name of readdirSync(parent)) {
      if (ownerOf(name) === 'exited') removeIfPermitted(`${parent}/${name}`);
    }
  }
}

function removeIfPermitted(folder: string): void {
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
