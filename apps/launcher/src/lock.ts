import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { StartFailure } from './failure';
import { type Home, readJson } from './home';
import { markOf, type ProcessMark, stillLives } from './process-mark';

export type Holder = ProcessMark & { readonly address: string };

/** Gives whoever runs on this home now, or null; what a killed launcher left behind does not count. */
export function findHolder(home: Home): Holder | null {
  const holder = readJson<Holder>(home.lockFile);
  return holder && stillLives(holder) ? holder : null;
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

/** Takes this home for us alone, or says who has it. Gives back what ends the hold. */
export function takeHome(home: Home, address: string): () => void {
  const mine = JSON.stringify({ ...markOf(process.pid), address });
  const offer = `${home.lockFile}.${process.pid}`;
  writeFileSync(offer, mine, { mode: 0o600 });
  try {
    if (!tryLink(offer, home.lockFile)) {
      const holder = findHolder(home);
      if (holder) {
        throw new StartFailure(`Holdout already runs on ${home.directory}: ${holder.address} (process ${holder.pid})`);
      }
      rmSync(home.lockFile, { force: true });
      if (!tryLink(offer, home.lockFile)) throw new StartFailure(`Another start on ${home.directory} came first`);
    }
  } finally {
    rmSync(offer, { force: true });
  }
  return () => {
    if (readFileSync(home.lockFile, 'utf8') === mine) rmSync(home.lockFile, { force: true });
  };
}
