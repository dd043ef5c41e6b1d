import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { systemPackages } from './system-packages';
import type { SystemPackage } from './system-packages';

/** Which of the sandbox's system packages are not on this machine, found by looking for one file of each. */
export function findMissingPackages(): readonly SystemPackage[] {
  return systemPackages.filter(({ file }) => !isThere(file));
}

/** The end of a compiled module's name depends on the version of Python. */
function isThere(file: string): boolean {
  const folder = dirname(file);
  return existsSync(folder) && readdirSync(folder).some((name) => name.startsWith(basename(file)));
}
