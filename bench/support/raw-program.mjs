import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PYTHON_MAIN, R_MAIN } from './programs.mjs';

const CLEAN = { PATH: '/usr/bin:/bin', LANG: 'C.UTF-8' };

function output(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'], env: CLEAN });
    const parts = [];
    child.stdout.on('data', (part) => parts.push(part));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve(Buffer.concat(parts).toString('utf8'));
      else reject(new Error(`${command} ${args.join(' ')} ended with ${code}`));
    });
  });
}

/** Runs the same work in a cold interpreter without a sandbox, and reads its output. */
export function rawProgram(directory, name, { language, source, args }) {
  const input = join(directory, `${name}.input`);
  const file = join(directory, `${name}.${language}`);
  if (language === 'r') {
    writeFileSync(input, args.map((column) => `${column.join(',')}\n`).join(''));
    writeFileSync(file, source + R_MAIN);
    return async () => (await output('/usr/bin/Rscript', [file, input])).trim().split('\n').map(Number);
  }
  writeFileSync(input, JSON.stringify(args));
  writeFileSync(file, source + PYTHON_MAIN);
  return async () => JSON.parse(await output('/usr/bin/python3', [file, input]));
}
