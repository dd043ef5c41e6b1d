import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const BUILD = `import { bundle } from './tools/bundle.mjs';
await bundle({ thread: process.argv[2] }, { tsconfig: 'apps/api/tsconfig.json', out: process.argv[1] });`;

/** Builds a thread of the API, as the build of the product does. */
export function buildThread(name: 'bank-reader-thread' | 'similarity-thread'): { readonly entry: URL; drop(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'thread-'));
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  const given = [join(folder, 'dist'), `apps/api/src/${name}.ts`];
  execFileSync(process.execPath, ['--input-type=module', '-e', BUILD, ...given], { stdio: 'pipe' });
  return {
    entry: pathToFileURL(join(folder, 'dist/thread.mjs')),
    drop: () => rmSync(folder, { recursive: true }),
  };
}
