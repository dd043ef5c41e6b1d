import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { compressAll } from './compress.mjs';

const LARGE = 'export const answer = 42;\n'.repeat(100);

let root;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'holdout-compress-'));
  mkdirSync(join(root, 'assets'));
  for (const name of [
    'assets/a.js',
    'index.html',
    'assets/a.js.map',
    'assets/font.woff2',
    'operations.json',
    '.hidden.js',
  ])
    writeFileSync(join(root, name), LARGE);
  writeFileSync(join(root, 'assets/small.js'), 'export {};');
  await compressAll(root);
});
afterAll(() => rmSync(root, { recursive: true }));

test.each(['assets/a.js', 'index.html'])('%s gets a brotli and a gzip file with the same content', (name) => {
  expect(brotliDecompressSync(readFileSync(join(root, `${name}.br`))).toString()).toBe(LARGE);
  expect(gunzipSync(readFileSync(join(root, `${name}.gz`))).toString()).toBe(LARGE);
});

test.each(['assets/a.js.map', 'assets/font.woff2', 'operations.json', '.hidden.js', 'assets/small.js'])(
  '%s gets none',
  (name) => {
    expect([`${name}.br`, `${name}.gz`].filter((file) => existsSync(join(root, file)))).toEqual([]);
  },
);
