import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { LISTED } from '../tools/faults/operations.mjs';
import { freePort, startScratchProduct } from '../tools/scratch-product.mjs';
import { addManyAttempts } from './support/many-attempts.mjs';
import { perSave, residentMb, usedMs } from './support/load-process.mjs';
import { startOne } from './support/one-attempt.mjs';
import { webRootWithOurs } from './support/operations.mjs';
import { hasPgbench, pgbenchRate } from './support/pgbench.mjs';
import { detail, reportRatio } from './support/report.mjs';
import { rounds } from './support/rounds.mjs';
import { paced, Savers, unpaced } from './support/saving.mjs';
import { openSockets } from './support/sockets.mjs';
import { median, spread } from './support/spread.mjs';
import { Wires } from './support/wire.mjs';

const ATTEMPTS = rounds(10_000, 200);
const SOCKETS = rounds(1_000, 20);
const WANTED = rounds(1_000, 20);
const LEAST = 500;
const SECONDS = rounds(10, 1);
const PACED_SECONDS = rounds(30, 1);
const STEP_SECONDS = rounds(8, 1);
const ROUNDS = rounds(5, 1);
/** As many as the API has connections to PostgreSQL. */
const POOL = 10;
const CONNECTIONS = 64;
const P99_MS = 250;
const OPEN_MS = 100;
const OPENS = rounds(20, 2);
const STEPS = [0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3];

const line = ({ perSecond, p50, p99, errors, unsent = 0 }) =>
  `${perSecond.toFixed(0)} a second, p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms, ${errors} errors` +
  (unsent > 0 ? `, ${unsent} offered in vain` : '');

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

function environmentOf(pid) {
  const pairs = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').filter(Boolean);
  return Object.fromEntries(pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]));
}

/** One more API process on the same database, as behind the same address. */
async function startSecond(pid) {
  const port = await freePort();
  const env = { ...environmentOf(pid), PORT: String(port) };
  const child = spawn(process.execPath, ['dist/api/main.mjs'], { env, stdio: ['pipe', 'ignore', 'inherit', 'ipc'] });
  const isReady = () =>
    fetch(`http://127.0.0.1:${port}/readyz`).then(
      (response) => response.ok,
      () => false,
    );
  while (!(await isReady())) await wait(200);
  return { port, pid: child.pid, stop: () => child.kill('SIGTERM') };
}

function processesOf({ home, url }) {
  const { api } = readJson(join(home, 'processes.json'));
  const { directory, port, ownerPassword } = readJson(join(home, 'database.json'));
  const data = isAbsolute(directory) ? directory : join(home, directory);
  const postgres = Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n', 1)[0]);
  const database = `postgresql://holdout:${ownerPassword}@127.0.0.1:${port}/holdout`;
  return { api: { pid: api.pid, port: Number(new URL(url).port) }, postgres, database };
}

/** Runs a load; adds what each part of the machine used for one save. */
async function measured(parts, load) {
  const before = usedMs(parts);
  const result = await load();
  return { ...result, micros: perSave(before, usedMs(parts), result.n) };
}

const costs = ({ micros: { api, postgres, load } }) =>
  `for each save ${api.toFixed(0)} µs of the api, ${postgres.toFixed(0)} of PostgreSQL, ${load.toFixed(0)} of the load generator`;

function mustSave({ errors, n }, savers) {
  if (errors > 0 || n === 0) throw new Error(`${errors} of ${n + errors} saves failed. The first: ${savers.refusal}`);
}

/** Alternates our saves with those of pgbench, so that the load of the machine affects both. */
async function besidePgbench({ parts, savers, wires, theirs }) {
  const [ours, others] = [[], []];
  // The first round warms up and is not counted.
  for (let round = 0; round <= ROUNDS; round++) {
    const mine = await measured(parts, () => unpaced({ savers, wires, connections: CONNECTIONS, seconds: SECONDS }));
    mustSave(mine, savers);
    const other = theirs === null ? NaN : await pgbenchRate({ ...theirs, seconds: SECONDS, connections: POOL });
    if (round === 0) continue;
    ours.push(mine);
    others.push(other);
  }
  const rates = ours.map(({ perSecond }) => perSecond);
  if (theirs === null)
    detail('saves-vs-pgbench: not measured, because pgbench is not installed (Debian: postgresql-15)');
  else reportRatio('saves-vs-pgbench', median(rates) / median(others), { least: 0.25 });
  detail(`saves through the API, unpaced, ${CONNECTIONS} connections: ${spread(rates, 'a second')}`);
  if (theirs !== null) detail(`pgbench, the same statements, ${POOL} connections: ${spread(others, 'a second')}`);
  detail(costs(ours.at(-1)));
  return median(rates);
}

/** The largest rate at which 99 in 100 saves are answered in time. */
async function largestInTime(load, largest) {
  for (const share of STEPS) {
    const perSecond = Math.round(largest * share);
    const result = await load({ perSecond, seconds: STEP_SECONDS });
    if (result.errors + result.unsent === 0 && result.p99 <= P99_MS) return result;
  }
  return null;
}

async function underLoad({ parts, savers, wires, largest, pid }) {
  const before = residentMb(pid);
  const load = (given) => paced({ savers, wires, ...given });
  const offered = await measured(parts, () => load({ perSecond: WANTED, seconds: PACED_SECONDS, opens: OPENS }));
  mustSave(offered, savers);
  reportRatio('attempts-saves-offered', offered.perSecond / LEAST, { least: 1 });
  detail(`${WANTED} saves a second offered for ${PACED_SECONDS} s: ${line(offered)}`);
  detail(costs(offered));
  const half = residentMb(pid);
  const inTime = await largestInTime(load, Math.min(largest, WANTED / STEPS[0]));
  detail(
    inTime === null
      ? `no rate had a p99 within ${P99_MS} ms`
      : `the largest rate with p99 within ${P99_MS} ms: ${line(inTime)}`,
  );
  const rate = Math.min(WANTED, Math.round(largest * 0.7));
  const { opening } = await load({ perSecond: rate, seconds: PACED_SECONDS, opens: OPENS });
  reportRatio('attempts-open-item-p95', opening.p95 / OPEN_MS, { most: 1 });
  detail(`an item opens in ${opening.p95.toFixed(1)} ms at p95 under ${rate} saves a second, n = ${opening.n}`);
  detail(`an item opens in ${offered.opening.p95.toFixed(1)} ms at p95 while ${WANTED} a second are offered`);
  const memory = [before, half, residentMb(pid)].map((mb) => mb.toFixed(0));
  detail(`memory of the api: ${memory.join(', then ')} MB`);
}

const webRoot = webRootWithOurs(LISTED);
const product = await startScratchProduct({ HOLDOUT_WEB_ROOT: webRoot });
try {
  const { api, postgres, database } = processesOf(product);
  const client = new pg.Client({ connectionString: database });
  // It is lost when the product stops before this one has ended.
  client.on('error', () => undefined);
  await client.connect();
  const query = async (sql, values) => (await client.query(sql, values)).rows;
  const one = await startOne(product);
  const [{ organizationId }] = await query('select organization_id as "organizationId" from attempt where id = $1', [
    one.attemptId,
  ]);
  const itemsEach = await addManyAttempts(query, { attemptId: one.attemptId, count: ATTEMPTS });
  const savers = new Savers({ count: ATTEMPTS, itemsEach, positions: [one.positions[0]] });
  const theirs = hasPgbench()
    ? { url: database, people: ATTEMPTS, itemsEach, position: one.positions[1], organizationId, answer: one.answer }
    : null;
  const sockets = await openSockets([api.port], SOCKETS);
  detail(`${ATTEMPTS} open attempts of ${itemsEach} items, ${SOCKETS} sockets that listen for news`);
  const wires = new Wires([api.port], CONNECTIONS);
  const parts = { apis: [api.pid], postgres };
  const largest = await besidePgbench({ parts, savers, wires, theirs });
  await underLoad({ parts, savers, wires, largest, pid: api.pid });
  if (sockets.alive() !== SOCKETS) throw new Error(`${SOCKETS - sockets.alive()} sockets broke under the load`);
  await sockets.close();
  wires.close();
  const second = await startSecond(api.pid);
  const both = new Wires([api.port, second.port], CONNECTIONS);
  const two = { apis: [api.pid, second.pid], postgres };
  const grown = await measured(two, () => unpaced({ savers, wires: both, connections: CONNECTIONS, seconds: SECONDS }));
  mustSave(grown, savers);
  detail(`with 2 api processes behind one address, unpaced: ${line(grown)}; ${costs(grown)}`);
  both.close();
  second.stop();
  await client.end();
} finally {
  await product.stop();
  rmSync(webRoot, { recursive: true, force: true });
}
