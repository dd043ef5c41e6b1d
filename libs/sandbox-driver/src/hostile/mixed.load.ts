import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { hashOf } from '@holdout/bank';
import { sha256 } from '@holdout/bank-files';
import { grantGrader, JobQueue, migrateQueue, pgSql } from '@holdout/job-queue';
import type { TakenReport } from '@holdout/job-queue';
import { makeScratchDatabase } from '@holdout/testing';
import type { ScratchDatabase } from '@holdout/testing';
import { Client } from 'pg';
import type { Attack, HostileLanguage } from './attack';
import { cgroupsOf, createHostTargets } from './host-targets';
import type { HostTargets } from './host-targets';
import { HONEST, jobFor, questionIn } from './graded';
import { HOSTILE } from './table';

/** The bundled grader, built by tools/hostile.mjs. */
const GRADER = 'dist/load/main.mjs';
const COUNT_EACH = 200;
/** Enough to keep both graders busy, with a few in the queue. */
const CONCURRENT = 8;
const KILL_AFTER = 150;
const LOGIN = `grader_${randomBytes(4).toString('hex')}`;
const TIMEOUT_MS = 20 * 60_000;

type Entry = { readonly language: HostileLanguage; readonly source: string; readonly isHonest: boolean };
type Sent = Entry & { readonly sentAt: number; reports: TakenReport[]; doneAt: number };

let database: ScratchDatabase;
let owner: Client;
let queue: JobQueue;
let targets: HostTargets;
const homes: string[] = [];
const graders: ChildProcess[] = [];
const descendants = new Set<number>();

beforeAll(async () => {
  if (!existsSync(GRADER)) throw new Error(`${GRADER} is missing: start this with npm run test:hostile -- --load`);
  database = await makeScratchDatabase();
  owner = new Client({ connectionString: database.url });
  await owner.connect();
  await migrateQueue(owner);
  await owner.query(`create role ${LOGIN} login password 'secret'`);
  await grantGrader(owner, LOGIN);
  queue = new JobQueue(pgSql(owner));
  targets = await createHostTargets();
}, 60_000);

afterAll(async () => {
  for (const grader of graders) grader.kill('SIGKILL');
  targets.close();
  await owner.query(`drop owned by ${LOGIN}; drop role ${LOGIN}`);
  await owner.end();
  await database.drop();
  for (const home of homes) rmSync(home, { recursive: true, force: true });
});

function startGrader(): ChildProcess {
  const url = new URL(database.url);
  [url.username, url.password] = [LOGIN, 'secret'];
  const home = mkdtempSync(`${tmpdir()}/load-grader-`);
  homes.push(home);
  const env = { PATH: process.env['PATH'], GRADER_DATABASE_URL: url.href, HOLDOUT_HOME: home, LOG_LEVEL: 'error' };
  const grader = spawn(process.execPath, [GRADER], { stdio: ['ignore', 'ignore', 'inherit'], env });
  graders.push(grader);
  return grader;
}

/** All descendants of these processes that are running. */
function below(roots: readonly number[]): readonly number[] {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [Number(name), parentOf(name)]),
  );
  const isBelow = (pid: number | undefined): boolean =>
    pid !== undefined && pid > 1 && (roots.includes(pid) || isBelow(parents.get(pid)));
  return [...parents.keys()].filter((pid) => !roots.includes(pid) && isBelow(pid));
}

function parentOf(pid: string): number | undefined {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1]);
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

const LANGUAGES: readonly HostileLanguage[] = ['python', 'postgresql', 'javascript', 'r', 'typescript', 'sqlite'];

/** An attack as a submission to the question, whose function has parameters. */
function answering({ language, class: kind, source }: Attack): string {
  if (kind === 'forgery') return source;
  if (language === 'python') return `${source}\nattack = solve\ndef solve(*_): return attack()\n`;
  return language === 'r' ? `${source}\nattack <- solve\nsolve <- function(...) attack()\n` : source;
}

/** Alternates honest and hostile submissions, evenly over languages and attacks. */
function entries(): readonly Entry[] {
  return Array.from({ length: COUNT_EACH }, (_, place) => {
    const language = LANGUAGES[place % LANGUAGES.length] ?? 'python';
    const attack = HOSTILE[(place * 7) % HOSTILE.length] as Attack;
    return [
      { language, source: HONEST[language], isHonest: true },
      { language: attack.language, source: targets.fillIn(answering(attack)), isHonest: false },
    ];
  }).flat();
}

async function storeQuestions(): Promise<ReadonlyMap<HostileLanguage, string>> {
  const hashes = new Map<HostileLanguage, string>();
  for (const language of LANGUAGES) {
    const { bundle, data } = questionIn(language);
    const hash = hashOf(bundle, sha256);
    await queue.storeBundles(new Map([[hash, bundle]]));
    const put =
      "insert into grading.data (bundle_hash, scope, part, hash, content) values ($1, 'practice', 'hidden', $2, $3)";
    await owner.query(put, [hash, hashOf(data, sha256), JSON.stringify(data)]);
    hashes.set(language, hash);
  }
  return hashes;
}

/** Sends all entries, a few at a time, and takes the reports; calls `after` on each. */
async function sendAll(
  all: readonly Entry[],
  after: (reports: number) => Promise<void>,
): Promise<ReadonlyMap<string, Sent>> {
  const hashes = await storeQuestions();
  const sent = new Map<string, Sent>();
  const waiting = [...all];
  let reports = 0;
  while (reports < all.length) {
    while (waiting.length > 0 && sent.size - reports < CONCURRENT) {
      const entry = waiting.shift() as Entry;
      const id = randomUUID();
      sent.set(id, { ...entry, sentAt: performance.now(), reports: [], doneAt: 0 });
      const job = jobFor(entry.language, entry.source, hashes.get(entry.language) ?? '');
      await queue.add(job, { id, person: id, rank: 'guest' });
    }
    for (const report of await queue.takeReports(CONCURRENT)) {
      const one = sent.get(report.jobId);
      one?.reports.push(report);
      if (one) one.doneAt = performance.now();
      reports += 1;
      await after(reports);
    }
    await pause(10);
  }
  return sent;
}

function verdictOf({ reports: [taken] }: Sent): string {
  if (taken?.end.kind !== 'reported' || taken.end.report.kind !== 'grade') return 'none';
  return taken.end.report.report.verdict.kind;
}

test(
  '200 honest programs among 200 hostile ones are graded correctly and in time, even if a grader is killed',
  async () => {
    const [first] = [startGrader(), startGrader()];
    const sent = await sendAll(entries(), async (reports) => {
      if (reports % 10 === 0) for (const pid of below(graders.map(({ pid = 0 }) => pid))) descendants.add(pid);
      if (reports !== KILL_AFTER || !first) return;
      first.kill('SIGKILL');
      startGrader();
    });
    const all = [...sent.values()];
    const honest = all.filter(({ isHonest }) => isHonest);
    expect(honest.map(verdictOf)).toEqual(Array(COUNT_EACH).fill('passed'));
    const hostile = all.filter(({ isHonest }) => !isHonest).map(verdictOf);
    expect(hostile.filter((kind) => kind === 'passed' || kind === 'notGraded' || kind === 'none')).toEqual([]);
    expect(all.filter(({ reports }) => reports.length !== 1)).toEqual([]);
    // No second report follows.
    expect(await queue.takeReports(CONCURRENT)).toEqual([]);
    expect(targets.damage()).toEqual([]);
    printLatency(honest);
    await expectNothingLeft();
  },
  TIMEOUT_MS,
);

function printLatency(honest: readonly Sent[]): void {
  const seconds = honest.map(({ sentAt, doneAt }) => (doneAt - sentAt) / 1000).sort((a, b) => a - b);
  const [median, worst] = [seconds[COUNT_EACH / 2] ?? 0, seconds.at(-1) ?? 0];
  process.stdout.write(`honest, sent to reported: median ${median.toFixed(2)} s, worst ${worst.toFixed(2)} s\n`);
  // A grader's lease lasts 12 s and is checked every 2 s, for jobs of the killed grader; plus the longest of other
  // jobs.
  expect(worst).toBeLessThan(40);
}

/** A stopped grader removes everything; what a killed one left, the next grader on this machine removes. */
async function expectNothingLeft(): Promise<void> {
  const ended = graders
    .filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)
    .map((grader) => new Promise((done) => grader.once('exit', done)));
  for (const grader of graders) grader.kill('SIGTERM');
  await Promise.all(ended);
  await pause(1000);
  expect([...descendants].filter((pid) => isAlive(pid))).toEqual([]);
  expect(cgroupsOf(graders.map(({ pid = 0 }) => pid))).toEqual([]);
}
