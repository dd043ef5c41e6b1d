import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Whom the server runs as when we are root. */
export type ServerUser = { readonly name: string; readonly uid: number; readonly gid: number };

const CANDIDATES = ['holdout', 'postgres'];

function findUser(name: string): ServerUser | null {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid === undefined || gid === undefined ? null : { name, uid: Number(uid), gid: Number(gid) };
}

/** Gives the user the server must run as, or null where it can simply be us; makes one when root finds none. */
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
    throw new Error(`PostgreSQL does not run as root and the user "holdout" could not be made: ${made.stderr}`);
  return user;
}

function may(flag: '-r' | '-x', path: string, user: ServerUser | null): boolean {
  const who = user ? { uid: user.uid, gid: user.gid } : {};
  return spawnSync('test', [flag, path], { ...who, cwd: '/' }).status === 0;
}

/** Tells whether that user may read the file, by trying it: modes, access lists and mounts all count. */
export function mayRead(path: string, user: ServerUser | null): boolean {
  return may('-r', path, user);
}

/** Tells whether that user may pass through the directory. */
export function mayEnter(directory: string, user: ServerUser | null): boolean {
  return may('-x', directory, user);
}
