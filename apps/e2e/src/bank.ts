import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Reads a file of a question in the bank, for example the reference solution. */
export const bankFile = (slug: string, path: string): string =>
  readFileSync(join('bank/questions', slug, path), 'utf8');
