import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { BankFiles } from '@holdout/bank';

/** Writes a bank with one question into a directory that a product reads. There it is public, regardless of its owner. */
export function stage(files: BankFiles, folder: string): void {
  rmSync(join(folder, 'questions'), { recursive: true, force: true });
  for (const [path, text] of files) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, path === 'bank.yaml' ? opened(text) : text);
  }
}

const opened = (text: string): string =>
  text.replace(/^organization:.*$/m, 'organization: null').replace(/^use:.*$/m, 'use: practice');
