import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startScratchProduct } from '../tools/scratch-product.mjs';
import { Guest } from './support/guest.mjs';
import { webRootWithOurs } from './support/operations.mjs';
import { detail, reportRatio } from './support/report.mjs';
import { rounds } from './support/rounds.mjs';
import { median, spread } from './support/spread.mjs';

const SLUG = 'code.films-from-the-future';
const FOLDER = `bank/questions/${SLUG}`;
const FILMS = 'node_modules/vega-datasets/data/movies.json';
const PYTHON = '/usr/bin/python3';
const GUESTS = rounds(3, 1);
/** Submissions are limited to twenty in ten minutes per person; the first of each guest is not counted. */
const PAIRS_PER_GUEST = rounds(14, 1);
const PATIENCE_MS = 60_000;

const solution = readFileSync(`${FOLDER}/solution/main.py`, 'utf8');

function python(...args) {
  const { status, stdout, stderr } = spawnSync(PYTHON, args, { encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (status !== 0) throw new Error(`${PYTHON} ${args.join(' ')} failed:\n${stderr}`);
  return stdout;
}

/** The program to compare with: a cold interpreter that makes the same calls on as many similar cases. */
function prepareRaw(directory) {
  const cases = join(directory, 'cases.json');
  const program = join(directory, 'solution.py');
  const count = python('bench/support/films-cases.py', `${FOLDER}/cases/make.py`, FILMS, '20261120', cases);
  writeFileSync(program, solution + readFileSync('bench/support/films-calls.py', 'utf8'));
  return { count: Number(count), run: () => python(program, cases) };
}

async function timed(work) {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Submits the code, with a new text each time, and waits for its verdict. */
async function submit(guest, itemId) {
  const source = `${solution}\n# ${randomUUID()}\n`;
  const input = { clientId: randomUUID(), itemId, language: 'PYTHON', source };
  const { submission, code, unavailableReason } = await guest.ask('SubmitCode', { input });
  if (!submission) return { refused: `${code} ${unavailableReason ?? ''}` };
  for await (const change of guest.changes(submission.id)) {
    if (change.status === 'GRADED') return change;
  }
  throw new Error('The subscription ended before the verdict');
}

function check({ refused, verdict, groups }, count) {
  if (refused) throw new Error(`The submission was refused: ${refused}`);
  if (verdict.kind !== 'PASSED') throw new Error(`The solution did not pass: ${JSON.stringify(verdict)}`);
  const graded = groups.reduce((sum, { total }) => sum + total, 0);
  if (graded !== count) throw new Error(`${graded} cases were graded and ${count} called`);
}

/** A guest whose submissions are accepted: the hidden cases are generated after the first start. */
async function readyGuest(url, count) {
  const guest = new Guest(url);
  const { attempt } = await guest.ask('BenchPractice', { input: { slug: SLUG } });
  const [{ id }] = attempt.items;
  for (const began = Date.now(); Date.now() - began < PATIENCE_MS; await wait(500)) {
    const graded = await submit(guest, id);
    if (graded.refused?.includes('GRADING_UNAVAILABLE')) continue;
    check(graded, count);
    return { guest, id };
  }
  throw new Error('The hidden cases were not generated in time');
}

const directory = mkdtempSync(join(tmpdir(), 'holdout-raw-'));
const webRoot = webRootWithOurs();
const product = await startScratchProduct({ HOLDOUT_WEB_ROOT: webRoot });
try {
  const raw = prepareRaw(directory);
  raw.run();
  const ours = [];
  const theirs = [];
  for (let person = 0; person < GUESTS; person++) {
    const { guest, id } = await readyGuest(product.url, raw.count);
    for (let pair = 0; pair < PAIRS_PER_GUEST; pair++) {
      let graded;
      ours.push(await timed(async () => (graded = await submit(guest, id))));
      check(graded, raw.count);
      theirs.push(await timed(raw.run));
    }
  }
  reportRatio('submit-vs-raw', median(ours) / median(theirs), { most: 0.5 });
  detail(`submitCode to the verdict at the client, ${raw.count} hidden cases: ${spread(ours, 'ms')}`);
  detail(`${PYTHON} solution.py, the same calls without a sandbox: ${spread(theirs, 'ms')}`);
} finally {
  await product.stop();
  for (const path of [directory, webRoot]) rmSync(path, { recursive: true, force: true });
}
