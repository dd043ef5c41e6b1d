import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** The user that the server runs as if this process is root: PostgreSQL refuses to run as root. */
export type ServerUser = { readonly name: string; readonly uid: number; readonly gid: number };

const CANDIDATES = ['holdout', 'postgres'];

function findUser(name: string): ServerUser | null {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid === undefined || gid === undefined ? null : { name, uid: Number(uid), gid: Number(gid) };
}

/** The user that the server must run as; null for the current user. Root creates the user `holdout` if there is none. */
export function serverUser(): ServerUser | null {
  if (process.getuid?.() !== 0) return null;
  for (const name of CANDIDATES) {
    const user = findUser(name);
    if (user) return user;
  }
  const made = spawnSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'holdout'], {
    encoding: 'utf8',
  });
  const user = findUser('holdout');
  if (!user)
    throw new Error(`PostgreSQL refuses to run as root, and the user "holdout" could not be created: ${made.stderr}`);
  return user;
}

function may(flag: '-r' | '-x', path: string, user: ServerUser | null): boolean {
  const who = user ? { uid: user.uid, gid: user.gid } : {};
  return spawnSync('test', [flag, path], { ...who, cwd: '/' }).status === 0;
}

/** Whether the user can read the file, tested as that user, so that modes, access lists and mounts all count. */
export function mayRead(path: string, user: ServerUser | null): boolean {
  return may('-r', path, user);
}

/** Whether the user has search permission on the directory. */
export function mayEnter(directory: string, user: ServerUser | null): boolean {
  return may('-x', directory, user);
}
