import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { basename } from 'node:path';

/** Measurements side by side, one `ratio NAME VALUE` line each: `npm run bench -- save-vs-raw` runs one. */
const wanted = process.argv.slice(2);
const named = (file) => basename(file).replace('.bench.mjs', '');
const files = globSync('bench/*.bench.mjs')
  .filter((file) => wanted.length === 0 || wanted.includes(named(file)))
  .sort();

if (files.length === 0) {
  process.stderr.write(`No benchmark named ${wanted.join(', ')} in bench/.\n`);
  process.exitCode = 2;
}
for (const file of files) {
  const { status } = spawnSync('node', [file], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
