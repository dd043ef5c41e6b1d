import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { startScratchProduct } from '../tools/scratch-product.mjs';
import { Guest } from './support/guest.mjs';
import { webRootWithOurs } from './support/operations.mjs';
import { detail, reportRatio } from './support/report.mjs';
import { rounds } from './support/rounds.mjs';
import { quantile, spread } from './support/spread.mjs';

const SLUG = 'code.films-from-the-future';
const SOLUTION = readFileSync(`bank/questions/${SLUG}/solution/main.py`, 'utf8');
/** Sleeps in every call, until a limit ends it. */
const SLEEPER = 'import time\n\n\ndef clean_releases(*arguments):\n    time.sleep(600)\n';
/** Twenty submissions in ten minutes are rationed; the first of each honest guest is not counted. */
const SUBMISSIONS = rounds(19, 1);
const SLEEPERS = rounds(6, 1);
const PROGRAMS_EACH = rounds(4, 1);
const BETWEEN_MS = rounds(1500, 10);
const PATIENCE_MS = 60_000;

/** Opens the question as a new guest at a network address, as a proxy in front of the product reports it. */
async function started(url, address) {
  const guest = new Guest(url);
  guest.headers = { 'x-forwarded-for': address };
  const { attempt } = await guest.ask('BenchPractice', { input: { slug: SLUG } });
  return { guest, itemId: attempt.items[0].id };
}

/** Sends the code, each time a new text; null if it was refused. */
async function send({ guest, itemId }, source) {
  const input = { clientId: randomUUID(), itemId, language: 'PYTHON', source: `${source}\n# ${randomUUID()}\n` };
  return (await guest.ask('SubmitCode', { input })).submission ?? null;
}

async function verdictOf({ guest }, { id }) {
  for await (const change of guest.changes(id)) {
    if (change.status === 'GRADED') return change.verdict.kind;
  }
  throw new Error('The subscription ended before the verdict');
}

async function honestly(person) {
  const submission = await send(person, SOLUTION);
  if (submission === null) return null;
  const kind = await verdictOf(person, submission);
  if (kind !== 'PASSED') throw new Error(`The solution ended as ${kind}`);
  return kind;
}

/** A person whose submissions are graded: the hidden cases are made after the first start. */
async function honestAt(url, address) {
  const person = await started(url, address);
  for (const began = Date.now(); Date.now() - began < PATIENCE_MS; await wait(500)) {
    if ((await honestly(person)) !== null) return person;
  }
  throw new Error('The hidden cases were not made in time');
}

async function times(person) {
  const all = [];
  for (let count = 0; count < SUBMISSIONS; count++) {
    await wait(BETWEEN_MS);
    const began = performance.now();
    if ((await honestly(person)) === null) throw new Error('An honest submission was refused');
    all.push(performance.now() - began);
  }
  return all;
}

/** Guests of one network, each with several programs that sleep. */
async function sendSleepers(url) {
  let sent = 0;
  for (let count = 0; count < SLEEPERS; count++) {
    const person = await started(url, '203.0.113.5');
    for (let program = 0; program < PROGRAMS_EACH; program++) sent += (await send(person, SLEEPER)) === null ? 0 : 1;
  }
  if (sent === 0) throw new Error('No sleeping program was accepted');
  return sent;
}

const webRoot = webRootWithOurs();
const product = await startScratchProduct({ HOLDOUT_WEB_ROOT: webRoot, TRUST_PROXY: '1' });
try {
  const quiet = await times(await honestAt(product.url, '192.0.2.1'));
  const honest = await honestAt(product.url, '192.0.2.2');
  const sent = await sendSleepers(product.url);
  const among = await times(honest);
  reportRatio('fairness', quantile(among, 0.95) / quantile(quiet, 0.95), { most: 3 });
  const p95 = (all) => `95 in 100 within ${quantile(all, 0.95).toFixed(0)} ms, ${spread(all, 'ms')}`;
  detail(`submitCode to the verdict of an honest person, among ${sent} sleeping programs: ${p95(among)}`);
  detail(`alone: ${p95(quiet)}`);
} finally {
  await product.stop();
  rmSync(webRoot, { recursive: true, force: true });
}
