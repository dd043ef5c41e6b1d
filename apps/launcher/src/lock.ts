import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { StartFailure } from './failure';
import { type Home, identityOf, isAbout, readJson } from './home';
import { markOf, type ProcessMark, stillLives } from './process-mark';

/** `home` is the identity of the directory, which earlier versions did not record. */
export type Holder = ProcessMark & { readonly address: string; readonly home?: string | null };

/** The running launcher of this home; null if there is none, or only the lock file of a killed one or of a copied home. */
export function findHolder(home: Home): Holder | null {
  const holder = readJson<Holder>(home.lockFile);
  return holder && isAbout(home, holder.home) && stillLives(holder) ? holder : null;
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw cause;
  }
}

/** Locks this home by an atomic hard link, or throws with the holder's address. Gives the function that unlocks it. */
export function takeHome(home: Home, address: string): () => void {
  const mine = JSON.stringify({ ...markOf(process.pid), address, home: identityOf(home.directory) });
  const offer = `${home.lockFile}.${process.pid}`;
  writeFileSync(offer, mine, { mode: 0o600 });
  try {
    if (!tryLink(offer, home.lockFile)) {
      const holder = findHolder(home);
      if (holder) {
        throw new StartFailure(
          `Holdout is already running on ${home.directory}: ${holder.address} (process ${holder.pid})`,
        );
      }
      rmSync(home.lockFile, { force: true });
      if (!tryLink(offer, home.lockFile))
        throw new StartFailure(`Another start has just locked ${home.directory}. Wait until it is ready, or stop it.`);
    }
  } finally {
    rmSync(offer, { force: true });
  }
  return () => {
    if (readFileSync(home.lockFile, 'utf8') === mine) rmSync(home.lockFile, { force: true });
  };
}
