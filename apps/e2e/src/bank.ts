import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Gives a file of a question in the bank: what its author wrote, the reference solution for example. */
export const bankFile = (slug: string, path: string): string =>
  readFileSync(join('bank/questions', slug, path), 'utf8');
