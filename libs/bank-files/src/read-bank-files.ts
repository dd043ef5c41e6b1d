import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BankFiles } from '@holdout/bank';

/** Every text file under a bank's directory; hidden files, caches of interpreters and links are left out. */
export function readBankFiles(directory: string): BankFiles {
  const paths = pathsIn(directory, '').sort();
  // Thousands of small files: one after another is several times as fast as handing each to another thread.
  return new Map(paths.map((path) => [path, readFileSync(join(directory, path), 'utf8')]));
}

/** Paths from the top, with forward slashes. Walked here, since for each entry of a recursive listing Node makes a path twice. */
function pathsIn(directory: string, folder: string): string[] {
  const entries = readdirSync(join(directory, folder), { withFileTypes: true });
  return entries.flatMap((entry) => {
    if (isCacheOrHidden(entry.name)) return [];
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return pathsIn(directory, path);
    return entry.isFile() ? [path] : [];
  });
}

function isCacheOrHidden(name: string): boolean {
  return name.startsWith('.') || name === '__pycache__' || name === 'LICENSE';
}
