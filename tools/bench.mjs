import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { cpus, loadavg, release, totalmem } from 'node:os';
import { basename } from 'node:path';
import { keep } from './benchmarks-page.mjs';

/**
 * Measurements side by side, one `ratio NAME VALUE` line each: `npm run bench -- save-vs-raw` runs one. With
 * `--keep` what they print goes into docs/benchmarks.md. With `--short` each does its work once and has no bounds, which
 * only shows that it still runs.
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

if (keeps && isShort) throw new Error('What a short run prints is no measurement to keep.');
if (files.length === 0) {
  process.stderr.write(`No benchmark named ${wanted.join(', ')} in bench/.\n`);
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
