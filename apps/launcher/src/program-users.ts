import { chownSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { mayEnter, mayRead } from '@holdout/embedded-postgres';
import type { Product } from './child-environment';
import { warn } from './say';

/** A user and group id without an entry in /etc/passwd, so that nothing else on the machine runs as it. */
export type ProgramUser = { readonly name: string; readonly uid: number; readonly gid: number };

const userOf = (name: string, id: number): ProgramUser => ({ name, uid: id, gid: id });

const API = userOf('64530', 64530);
const GRADER = userOf('64531', 64531);

export type ProgramUsers = { readonly api: ProgramUser | null; readonly grader: ProgramUser | null };

const SAME: ProgramUsers = { api: null, grader: null };

/**
 * The users that api and grader run as if root starts Holdout; null for the user of the launcher. Neither owns a file of
 * HOLDOUT_HOME but its own, so the grader can read neither the secret nor the logins.
 *
 * What others cannot read is the exception, such as a checkout or a home below /root, or a bank of root alone: the program
 * that needs it then runs as root, as the launcher does, and the start says so.
 */
export function programUsers(product: Product): ProgramUsers {
  if (process.getuid?.() !== 0) return SAME;
  const { workspace, home, settings } = product;
  const { publicBank, trialBank, bankDirectories, webRoot } = settings;
  const directories = [
    publicBank ?? join(workspace, 'bank'),
    trialBank ?? join(workspace, 'bank-trial'),
    ...bankDirectories,
    webRoot ?? join(workspace, 'dist/web'),
  ];
  return {
    api: unlessClosed(API, product, 'api', directories),
    grader: unlessClosed(GRADER, product, 'grader', [home.directory]),
  };
}

/** The user, or null with a warning if it cannot run the program or enter one of the directories. */
function unlessClosed(
  user: ProgramUser,
  { workspace }: Product,
  name: 'api' | 'grader',
  directories: readonly string[],
): ProgramUser | null {
  const files = [join(workspace, 'package.json'), join(workspace, 'dist', name, 'main.mjs')];
  const there = [process.execPath, ...directories.map((directory) => resolve(directory))].filter((path) =>
    existsSync(path),
  );
  const closed = files.find((file) => !mayRead(file, user)) ?? there.find((path) => !mayEnter(path, user));
  if (closed === undefined) return user;
  warn(
    `The ${name} runs as root, because the user ${user.uid} cannot read ${closed}. Other users must be able to enter it.`,
  );
  return null;
}

/**
 * Creates a directory of the home that only this user can enter. One that another user left is replaced: it holds nothing
 * that is kept, and a program must not execute what another user could write.
 */
export function makeOwnDirectory(directory: string, user: ProgramUser | null): void {
  const uid = user?.uid ?? process.getuid?.();
  if (statSync(directory, { throwIfNoEntry: false })?.uid !== uid) rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  if (user) chownSync(directory, user.uid, user.gid);
}
