import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const BUILD = `import { bundle } from './tools/bundle.mjs';
await bundle({ thread: 'apps/api/src/bank-reader-thread.ts' }, { tsconfig: 'apps/api/tsconfig.json', out: process.argv[1] });`;

/** Builds the thread that reads uploaded banks, as the build of the product does. */
export function buildBankReader(): { readonly entry: URL; drop(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'bank-reader-'));
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  execFileSync(process.execPath, ['--input-type=module', '-e', BUILD, join(folder, 'dist')], { stdio: 'pipe' });
  return {
    entry: pathToFileURL(join(folder, 'dist/thread.mjs')),
    drop: () => rmSync(folder, { recursive: true }),
  };
}
