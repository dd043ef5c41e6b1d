import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import type { ServerUser } from './server-user';

export type ClusterFiles = {
  readonly binaries: string;
  readonly dataDirectory: string;
  readonly logFile: string;
  readonly user: ServerUser | null;
  readonly password: string;
  /** Runs initdb without fsync, for data that may be lost. */
  readonly isScratch?: boolean;
};

type ProcessFiles = Pick<ClusterFiles, 'binaries' | 'logFile' | 'user'>;

/** Starts a program of PostgreSQL as the server's user; its output goes to the log. */
export function spawnProgram(program: string, args: readonly string[], files: ProcessFiles): ChildProcess {
  const { binaries, logFile, user } = files;
  const log = openSync(logFile, 'a', 0o600);
  try {
    // Detached: Ctrl-C in the terminal must reach only the launcher, which stops the server last.
    return spawn(join(binaries, 'bin', program), [...args], {
      ...(user ? { uid: user.uid, gid: user.gid } : {}),
      cwd: '/',
      env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
      detached: true,
      stdio: ['ignore', log, log],
    });
  } finally {
    closeSync(log);
  }
}

/** The exit code of a process; null if a signal ended it. Rejects if it could not be started. */
export function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code));
  });
}
