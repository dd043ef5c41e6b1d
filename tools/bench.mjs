import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { cpus, loadavg, release, totalmem } from 'node:os';
import { basename } from 'node:path';
import { keep } from './benchmarks-page.mjs';

/**
 * Runs the benchmarks, which print `ratio NAME VALUE` lines: `npm run bench -- save-vs-raw` runs one. With
 * `--keep` the output is stored in docs/benchmarks.md. With `--short` each does its work once, without bounds, which
 * only verifies that it still runs.
 */
const words = process.argv.slice(2);
const [keeps, isShort] = [words.includes('--keep'), words.includes('--short')];
const wanted = words.filter((word) => !word.startsWith('--'));
const named = (file) => basename(file).replace('.bench.mjs', '');
const files = globSync('bench/*.bench.mjs')
  .filter((file) => wanted.length === 0 || wanted.includes(named(file)))
  .sort();

function run(file) {
  return new Promise((resolve) => {
    const child = spawn('node', [file, ...(isShort ? ['--short'] : [])], { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (part) => {
      output += part;
      process.stdout.write(part);
    });
    child.once('exit', (code) => resolve({ code, output }));
  });
}

const machine = () => {
  const processors = cpus();
  const memory = `${(totalmem() / 2 ** 30).toFixed(0)} GiB of memory`;
  return `${processors.length} cores (${processors[0].model.trim()}), ${memory}, Linux ${release().split('-', 1)[0]}, Node ${process.version}`;
};

if (keeps && isShort) throw new Error('A short run is not a measurement: use --keep without --short.');
if (files.length === 0) {
  process.stderr.write(`There is no benchmark ${wanted.join(', ')} in bench/.\n`);
  process.exitCode = 2;
}
const runs = [];
for (const file of files) {
  const day = new Date().toISOString().slice(0, 10);
  const conditions = `On ${day}. Machine: ${machine()}. Load average as the run began: ${loadavg()[0].toFixed(1)}.`;
  const { code, output } = await run(file);
  runs.push({ name: named(file), output, conditions });
  if (code !== 0) process.exitCode = 1;
}
if (keeps) keep(runs);
