import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import autocannon from 'autocannon';
import { bundle } from '../tools/bundle.mjs';
import { startScratchProduct } from '../tools/scratch-product.mjs';
import { answerOf, KINDS } from './support/answers.mjs';
import { cpuMs } from './support/cpu.mjs';
import { Guest } from './support/guest.mjs';
import { operation, webRootWithOurs } from './support/operations.mjs';
import { detail, reportRatio } from './support/report.mjs';
import { rounds } from './support/rounds.mjs';
import { median, spread } from './support/spread.mjs';

/** So many that none saves faster than the API admits from one person, 20 a second. An address may make 120 guests. */
const GUESTS = rounds(105, 3);
const CONNECTIONS = 50;
const PATIENCE_MS = 180_000;
const ROUNDS = rounds(8, 1);
const ROUND_SECONDS = rounds(3, 1);

/** Guests with an open quiz, and its items with their content. */
async function openQuizzes(url) {
  const targets = [];
  for (let person = 0; person < GUESTS; person++) {
    const guest = new Guest(url);
    const { attempt } = await guest.ask('BenchQuiz', { input: { skills: [], count: 4, minutes: 180 } });
    for (const { id, content } of attempt.items) {
      targets.push({ cookie: guest.cookie, itemId: id, content, revision: 0, turn: 0 });
    }
  }
  return targets;
}

const post = (path, cookie, body) => ({
  method: 'POST',
  path,
  headers: { 'content-type': 'application/json', cookie },
  body: JSON.stringify(body),
});

/** One person's save of a fresh revision, as the web app sends it and as the bare route takes it. */
const graphql = ({ cookie, itemId, content, revision: basedOn, turn }) => {
  const { kind, fields } = answerOf(content, turn);
  const input = { itemId, revisionId: randomUUID(), basedOn, answer: { [kind]: fields } };
  return post('/graphql', cookie, operation('SaveResponse', { input }));
};
const bare = ({ cookie, itemId, content, revision: basedOn, turn }) => {
  const { kind, fields } = answerOf(content, turn);
  const answer = { format: 1, kind, ...fields };
  return post('/save', cookie, { itemId, revisionId: randomUUID(), basedOn, answer });
};

/** Loads one server: saves per second, and CPU time of its process per save. Any response but a save ends the run. */
async function load({ url, pid }, targets, makeRequest) {
  // One save per item is in flight, as in the web app, since each builds on the previous revision.
  const free = [...targets];
  let stale = 0;
  let refusal = '';
  const setupRequest = (request, context) => {
    context.target = free.shift();
    context.target.turn += 1;
    return { ...request, ...makeRequest(context.target) };
  };
  const onResponse = (_status, body, { target }) => {
    target.revision = Number(/"revision":(\d+)/.exec(body)?.[1]);
    if (body.includes('stale') || body.includes('StaleRevisionProblem')) stale += 1;
    if (!body.includes('"revision":')) refusal ||= body;
    free.push(target);
  };
  const connections = Math.min(CONNECTIONS, targets.length);
  const before = { server: cpuMs(pid), load: cpuMs('self') };
  const run = autocannon({
    url,
    connections,
    duration: ROUND_SECONDS,
    requests: [{ setupRequest, onResponse }],
    verifyBody: (body) => body.includes('"revision":'),
  });
  const { mismatches, non2xx, errors, requests, duration } = await run;
  if (mismatches + non2xx + errors > 0) {
    const counts = `${mismatches} responses were not saves, ${non2xx} were refusals, ${errors} connections broke`;
    throw new Error(`${counts}. The first one: ${refusal}`);
  }
  // Only the saves that the end of an earlier round cut off leave an item with a revision that the load does not know.
  if (stale > connections) throw new Error(`${stale} saves were refused as stale`);
  return {
    perSecond: requests.total / duration,
    cpuMicros: ((cpuMs(pid) - before.server) * 1000) / requests.total,
    loadMicros: ((cpuMs('self') - before.load) * 1000) / requests.total,
  };
}

/** Answers every kind that a quiz may draw once, since the quizzes of one run need not contain all of them. */
async function saveEachKind(url) {
  const slugs = readdirSync('bank/questions');
  for (const kind of KINDS) {
    const guest = new Guest(url);
    const { id, content } = await openItem(
      guest,
      slugs.filter((slug) => slug.startsWith(`${kind.toLowerCase()}.`)),
    );
    const answer = answerOf(content, 0);
    const input = { itemId: id, revisionId: randomUUID(), basedOn: 0, answer: { [answer.kind]: answer.fields } };
    const saved = await guest.ask('SaveResponse', { input });
    if (!saved.response) throw new Error(`An answer of kind ${kind} was not saved: ${JSON.stringify(saved)}`);
  }
}

/** An item of the first question that is ready: some are prepared after the start. */
async function openItem(guest, slugs) {
  let opened;
  for (const began = Date.now(); Date.now() - began < PATIENCE_MS; await wait(500)) {
    for (const slug of slugs) {
      opened = await guest.ask('BenchPractice', { input: { slug } });
      if (opened.attempt) return opened.attempt.items[0];
    }
  }
  throw new Error(`No question could be opened: ${JSON.stringify(opened)}`);
}

async function startBare(home) {
  await bundle(
    { persistence: 'libs/persistence/src/index.ts' },
    { tsconfig: 'apps/api/tsconfig.json', out: 'dist/bench' },
  );
  const { port, ownerPassword } = JSON.parse(readFileSync(join(home, 'database.json'), 'utf8'));
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    DATABASE_URL: `postgresql://holdout:${ownerPassword}@127.0.0.1:${port}/holdout`,
  };
  const child = fork('bench/support/raw-save.mjs', { env });
  const [url] = await once(child, 'message');
  return { url, pid: child.pid, stop: () => child.disconnect() };
}

const webRoot = webRootWithOurs();
const product = await startScratchProduct({ HOLDOUT_WEB_ROOT: webRoot });
try {
  const raw = await startBare(product.home);
  const { api } = JSON.parse(readFileSync(join(product.home, 'processes.json'), 'utf8'));
  await saveEachKind(product.url);
  const targets = await openQuizzes(product.url);
  // Items of its own for each: the bare route stores answers as they were sent, which the API does not read.
  const [forOurs, forTheirs] = [0, 1].map((half) => targets.filter((_target, index) => index % 2 === half));
  const ours = [];
  const theirs = [];
  // The first round of each warms up the servers and is not counted.
  for (let round = 0; round <= ROUNDS; round++) {
    const mine = await load({ url: product.url, pid: api.pid }, forOurs, graphql);
    const other = await load(raw, forTheirs, bare);
    if (round > 0) [ours, theirs].forEach((all, at) => all.push([mine, other][at]));
  }
  raw.stop();
  const of = (all, figure) => all.map((one) => one[figure]);
  reportRatio('save-vs-raw', median(of(ours, 'perSecond')) / median(of(theirs, 'perSecond')), { least: 0.5 });
  detail(`${CONNECTIONS} connections, ${forOurs.length} items of ${GUESTS} people, rounds of ${ROUND_SECONDS} s`);
  detail(`saves through GraphQL: ${spread(of(ours, 'perSecond'), 'a second')}`);
  detail(`  processor time of the api for each: ${spread(of(ours, 'cpuMicros'), 'µs')}`);
  detail(
    `saves through a bare Fastify route, the same statements and pool: ${spread(of(theirs, 'perSecond'), 'a second')}`,
  );
  detail(`  processor time of the route for each: ${spread(of(theirs, 'cpuMicros'), 'µs')}`);
  detail(`  processor time of the load generator for each: ${spread(of([...ours, ...theirs], 'loadMicros'), 'µs')}`);
} finally {
  await product.stop();
  rmSync(webRoot, { recursive: true, force: true });
}
