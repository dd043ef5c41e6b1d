import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { BankFiles } from '@holdout/bank';

/** Every text file under a bank's directory; hidden files, caches of interpreters and links are left out. */
export async function readBankFiles(directory: string): Promise<BankFiles> {
  const entries = await readdir(directory, { withFileTypes: true, recursive: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !relative(directory, path).split(sep).some(isCacheOrHidden))
    .sort();
  const texts = await Promise.all(paths.map((path) => readFile(path, 'utf8')));
  return new Map(paths.map((path, index) => [relative(directory, path).split(sep).join('/'), texts[index] ?? '']));
}

function isCacheOrHidden(name: string): boolean {
  return name.startsWith('.') || name === '__pycache__' || name === 'LICENSE';
}
