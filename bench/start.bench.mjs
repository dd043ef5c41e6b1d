import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../tools/scratch-product.mjs';
import { detail, reportRatio } from './support/report.mjs';
import { rounds } from './support/rounds.mjs';
import { median, spread } from './support/spread.mjs';

const SECOND_STARTS = rounds(5, 1);
const BOUND_SECONDS = 10;
const READY = 'Stop: Ctrl-C';

/** The seconds from the command to its line with the address. Ends it by SIGINT, as Ctrl-C does. */
async function start(env) {
  const began = performance.now();
  const child = spawn('node', ['tools/start.mjs'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  let output = '';
  const ready = new Promise((resolve, reject) => {
    const read = (part) => {
      output += part;
      if (output.includes(READY)) resolve((performance.now() - began) / 1000);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void ended.then((code) => reject(new Error(`npm start ended with ${code}:\n${output}`)));
  });
  const seconds = await ready;
  child.kill('SIGINT');
  await ended;
  return seconds;
}

const parent = mkdtempSync(join(tmpdir(), 'holdout-start-'));
chmodSync(parent, 0o711);
const env = {
  ...process.env,
  NODE_ENV: 'production',
  HOLDOUT_HOME: join(parent, 'home'),
  PORT: String(await freePort()),
};
try {
  const first = await start(env);
  const seconds = [];
  for (let time = 0; time < SECOND_STARTS; time++) seconds.push(await start(env));
  reportRatio('start-second', median(seconds) / BOUND_SECONDS, { most: 1 });
  detail(`npm start on existing data, to ready: ${spread(seconds, 's', 1)}`);
  detail(`npm start on no data, dependencies installed and built: ${first.toFixed(1)} s, n = 1`);
} finally {
  rmSync(parent, { recursive: true, force: true });
}
