import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { Candidate } from './faults/candidate.mjs';
import { addressOf, check } from './faults/check.mjs';
import { Client } from './faults/client.mjs';
import { Killer } from './faults/killer.mjs';
import { leftRunning } from './faults/left-running.mjs';
import { makeWebRoot } from './faults/operations.mjs';
import { inviteAll } from './faults/organization.mjs';
import { Random } from './faults/random.mjs';
import { startScratchProduct } from './scratch-product.mjs';

/**
 * `npm run test:faults`: people take an assessment of the built product while its parts are killed at random. Afterwards every
 * acknowledged answer must be stored, every submission graded once, no deadline moved except by logged credit, no attempt
 * left open, and no process left running.
 *
 * `--short` takes 30 s, `--long` half an hour; `--seed N` repeats the choices of a run. `--bug early-ack`, `new-id` or
 * `async-commit` plants a bug that the run must find.
 */
const LENGTHS = {
  short: { seconds: 30, kills: 6, people: 12 },
  usual: { seconds: 300, kills: 30, people: 50 },
  long: { seconds: 1800, kills: 200, people: 50 },
};
const words = process.argv.slice(2);
const valueOf = (name) => (words.includes(name) ? words[words.indexOf(name) + 1] : null);
const length = LENGTHS[['short', 'long'].find((name) => words.includes(`--${name}`)) ?? 'usual'];
const seed = valueOf('--seed') ?? String(Math.floor(Math.random() * 1e9));
const bug = valueOf('--bug');
const DISK = '1500m';
const FINISH_MS = 180_000;

const began = performance.now();
const say = (line) =>
  process.stdout.write(`${((performance.now() - began) / 1000).toFixed(1).padStart(7)} s  ${line}\n`);

/** Only root can make a file system that may be filled. */
function makeDisk() {
  const parent = mkdtempSync(join(tmpdir(), 'holdout-disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK},mode=1777`, 'tmpfs', parent]);
  if (mounted.status === 0) {
    chmodSync(parent, 0o1777);
    process.env.TMPDIR = parent;
    return parent;
  }
  rmSync(parent, { recursive: true });
  say('full disks are left out: this user may not mount a file system that could be filled');
  return null;
}

function dropDisk(disk) {
  if (disk === null) return;
  spawnSync('umount', [disk]);
  rmSync(disk, { recursive: true, force: true });
}

/** Whoever still tries after this time is stuck. */
function within(ms, work, what) {
  const late = pause(ms, undefined, { ref: false }).then(() =>
    Promise.reject(new Error(`The people could not ${what} in time.`)),
  );
  return Promise.race([work, late]);
}

/** A deliberate bug of the server: it acknowledges before the log of changes is on the disk. */
async function commitLate(home) {
  const client = new pg.Client({ connectionString: addressOf(home) });
  await client.connect();
  await client.query('alter role holdout set synchronous_commit = off');
  await client.end();
}

async function run(product, disk, violations) {
  if (bug === 'async-commit') await commitLate(product.home);
  const account = product.accounts.find(({ role }) => role === 'manager');
  const random = (name) => new Random(seed, name);
  const client = (name, isLossy) =>
    new Client(product.url, { random: random(`network of ${name}`), violations, isLossy });
  const organization = client('the organization', false);
  say(`inviting ${length.people} people`);
  const tokens = await inviteAll(organization, { account, organization: 'demo', count: length.people });
  const candidates = tokens.map(
    (token, n) =>
      new Candidate(token, { client: client(`person ${n}`, true), random: random(`person ${n}`), violations, bug }),
  );
  for (const candidate of candidates) await candidate.open();
  const untilMs = performance.now() + length.seconds * 1000;
  const killer = new Killer({ home: product.home, disk, random: random('kills'), say });
  say(`they work for ${length.seconds} s`);
  await Promise.all([
    killer.run({ kills: length.kills, untilMs }),
    ...candidates.map((candidate) => candidate.work(untilMs)),
  ]);
  say('they finish');
  await within(FINISH_MS, Promise.all(candidates.map((candidate) => candidate.finish())), 'finish');
  say('checking what is stored');
  await check(product.home, candidates, violations);
  for (const each of [organization, ...candidates.map((candidate) => candidate.client)]) each.close();
  return { candidates, killer };
}

/** The last requests that failed on our side, from the log of the api. */
function failuresIn(home) {
  const lines = readFileSync(join(home, 'logs/api.log'), 'utf8').split('\n');
  return lines
    .filter((line) => line.includes('request failed'))
    .slice(-20)
    .join('\n');
}

function report({ candidates, killer }) {
  const sum = (of) => candidates.reduce((total, candidate) => total + of(candidate), 0);
  const kills = Object.entries(killer.counts).map(([name, n]) => `${name} ${n}`);
  say(`${killer.kills} kills: ${kills.join(', ')}`);
  say(`${sum((one) => one.acknowledged)} saves acknowledged, ${sum((one) => one.submissions.size)} submissions`);
  const names = ['retries', 'unavailable', 'lost', 'repeated'];
  const totals = names.map((name) => `${name} ${sum((one) => one.client.counts[name])}`);
  say(`${sum((one) => one.client.counts.requests)} requests: ${totals.join(', ')}`);
}

say(`seed ${seed}${bug ? `, with the bug ${bug}` : ''}`);
/** Says each kind of violation when it is first seen. */
class Violations extends Set {
  add(violation) {
    if (!this.has(violation)) say(`VIOLATION ${violation}`);
    return super.add(violation);
  }
}

const violations = new Violations();
const disk = makeDisk();
const webRoot = makeWebRoot();
const product = await startScratchProduct({ HOLDOUT_WEB_ROOT: webRoot });
try {
  report(await run(product, disk, violations));
  if (violations.size > 0) process.stderr.write(`${failuresIn(product.home)}\n`);
} finally {
  await product.stop();
  for (const name of await leftRunning(product.home)) violations.add(`left running: ${name}`);
  rmSync(webRoot, { recursive: true, force: true });
  dropDisk(disk);
}
say(
  violations.size === 0
    ? 'Nothing was lost, doubled, moved or left.'
    : `${violations.size} violations; repeat with --seed ${seed}`,
);
process.exitCode = violations.size === 0 ? 0 : 1;
