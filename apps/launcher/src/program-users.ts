import { chownSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
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
 * A checkout below /root cannot be entered by others. Both then run as root, as the launcher does, and it says so.
 */
export function programUsers({ workspace, settings }: Product): ProgramUsers {
  if (process.getuid?.() !== 0) return SAME;
  const programs = ['api', 'grader'].map((name) => join(workspace, 'dist', name, 'main.mjs'));
  const isReadable = [...programs, join(workspace, 'package.json')].every((file) => mayRead(file, GRADER));
  if (!isReadable || !mayEnter(process.execPath, GRADER)) {
    warn(
      `The api and the grader run as root, because other users cannot read ${workspace} or execute ${process.execPath}. ` +
        'Move the checkout to a directory that they can enter, such as /srv.',
    );
    return SAME;
  }
  for (const bank of settings.bankDirectories.filter((directory) => !mayEnter(directory, API))) {
    warn(
      `The api runs as the user ${API.uid} and cannot read the bank ${bank}. Make it readable: chmod -R a+rX ${bank}`,
    );
  }
  return { api: API, grader: GRADER };
}

/** The grader's own directory. One that another user left is replaced: it holds nothing that is kept. */
export function makeScratchDirectory(home: string, user: ProgramUser): void {
  const directory = join(home, 'sandbox');
  if (statSync(directory, { throwIfNoEntry: false })?.uid !== user.uid)
    rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  chownSync(directory, user.uid, user.gid);
}
