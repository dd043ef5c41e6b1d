import { globSync } from 'node:fs';
import { systemPackages } from './system-packages';
import type { SystemPackage } from './system-packages';

/** Which of the sandbox's system packages are not on this machine, found by looking for one file of each. */
export function findMissingPackages(): readonly SystemPackage[] {
  return systemPackages.filter(({ file }) => globSync(file).length === 0);
}
