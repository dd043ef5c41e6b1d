import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { bundle } from '../tools/bundle.mjs';
import { makeManyFolders } from './support/many-folders.mjs';
import { multiplyQuestions } from './support/many-questions.mjs';
import { detail, reportRatio } from './support/report.mjs';
import { rounds } from './support/rounds.mjs';
import { median, quantile, spread } from './support/spread.mjs';

const FOLDERS = rounds(1000, 400);
const QUESTIONS = rounds(10_000, 800);
const VARIANTS = 500;
const ITEMS = rounds(40, 5);
const DRAWS = rounds(100, 2);
const SEARCHES = rounds(300, 5);
const LOADS = rounds(7, 1);
const COLD_SECONDS = 10;
const UNCHANGED_SECONDS = 1;
const DRAW_CPU_MS = 20;
const SEARCH_MS = 50;
const PAGE = 50;

async function loaded() {
  await bundle({ bank: 'bench/support/bank-tools.mjs' }, { tsconfig: 'apps/api/tsconfig.json', out: 'dist/bench' });
  return import(resolve('dist/bench/bank.mjs'));
}

async function secondsOf(work) {
  const began = performance.now();
  const result = await work();
  return { seconds: (performance.now() - began) / 1000, result };
}

/** A new loader each time, as each start has one. */
async function measureLoading(tools, db, directory) {
  const env = { HOLDOUT_SECRET: 'a secret of benchmarks that is long enough', DATABASE_URL: tools.url };
  const settings = tools.parseSettings(env);
  const load = () => {
    const preparation = new tools.Preparation(settings, tools.systemClock);
    return new tools.BankLoader(db, preparation, settings, tools.systemClock).load(directory);
  };
  const cold = await secondsOf(load);
  const { questionCount, newVersionCount, issues } = cold.result;
  if (newVersionCount !== FOLDERS)
    throw new Error(`${newVersionCount} versions were added: ${JSON.stringify(issues[0])}`);
  const unchanged = [];
  for (let time = 0; time < LOADS; time++) {
    const { seconds, result } = await secondsOf(load);
    if (result.questionCount !== questionCount)
      throw new Error(`${result.questionCount} questions after loading again`);
    unchanged.push(seconds);
  }
  reportRatio('bank-load-cold', cold.seconds / COLD_SECONDS, { most: 1 });
  detail(`${questionCount} question folders into an empty database: ${cold.seconds.toFixed(1)} s, n = 1`);
  reportRatio('bank-load-unchanged', median(unchanged) / UNCHANGED_SECONDS, { most: 1 });
  detail(`the same again, nothing changed: ${spread(unchanged, 's', 2)}`);
}

/** Five hundred for each of the families that are drawn from; what is in them does not matter to the draw. */
async function storeVariants(dataSource) {
  const rows = await dataSource.query(
    `select v.id from question q join question_version v on v.id = q.current_version_id
     where v.kind = 'numeric' order by v.id limit ${ITEMS}`,
  );
  await dataSource.query(
    `insert into variant (id, question_version_id, ordinal, shown, secret)
     select gen_random_uuid(), version, ordinal, '{"n": 1}', '{"answer": {"value": 1}, "wrong": []}'
     from unnest($1::uuid[]) version, generate_series(0, ${VARIANTS - 1}) ordinal`,
    [rows.map(({ id }) => id)],
  );
  await dataSource.query('analyze variant');
  return rows.map(({ id }) => id);
}

async function measureDrawing(tools, db, dataSource) {
  const ids = await storeVariants(dataSource);
  const draw = async (seed) => {
    const versions = await db.repo(tools.DrawRepository).listVersions(ids);
    const drawn = await tools.drawItems(db, tools.systemClock, versions, seed);
    return drawn.map((item) => item.variantId);
  };
  const first = await draw('seed 0');
  if (first.length !== ITEMS || first.includes(null)) throw new Error(`${first.length} items were drawn`);
  const cpu = [];
  for (let time = 0; time < DRAWS; time++) {
    const began = process.cpuUsage();
    await draw(`seed ${time}`);
    const { user, system } = process.cpuUsage(began);
    cpu.push((user + system) / 1000);
  }
  reportRatio('bank-draw', median(cpu) / DRAW_CPU_MS, { most: 1 });
  detail(`${ITEMS} items out of ${VARIANTS} variants each, processor time of the api: ${spread(cpu, 'ms', 1)}`);
}

/** One to three neighbouring words of some question, as a person who looks for it types them. */
async function wordsToSearch(tools, dataSource) {
  const rows = await dataSource.query(
    `select candidate_part ->> 'statement' as text from question_version order by md5(id::text) limit ${SEARCHES}`,
  );
  return rows.map(({ text }, index) => {
    const words = tools.searchWordsIn(text);
    const from = (index * 7919) % Math.max(1, words.length - 3);
    return words.slice(from, from + 1 + (index % 3));
  });
}

async function measureSearch(tools, db, dataSource) {
  await multiplyQuestions(dataSource, FOLDERS, QUESTIONS);
  const bank = db.repo(tools.QuestionBankRepository);
  const none = { skills: null, kinds: null, levels: null, languages: null, states: null };
  const searches = await wordsToSearch(tools, dataSource);
  const times = [];
  for (const words of searches) {
    for (const work of [
      () => bank.list({ ...none, words }, null, { first: PAGE + 1, after: null }),
      () => bank.count({ ...none, words }, null),
    ])
      times.push(1000 * (await secondsOf(work)).seconds);
  }
  const total = await bank.count({ ...none, words: null }, null);
  if (total !== QUESTIONS) throw new Error(`${total} questions are searched`);
  const p95 = quantile(times, 0.95);
  reportRatio('bank-search-p95', p95 / SEARCH_MS, { most: 1 });
  detail(
    `95 in 100 statements over ${total} questions end within ${p95.toFixed(1)} ms, seen from the api: ${spread(times, 'ms', 1)}`,
  );
}

const tools = await loaded();
const parent = mkdtempSync(join(tmpdir(), 'holdout-bench-bank-'));
const server = await tools.startScratchPostgres();
try {
  makeManyFolders('bank', parent, FOLDERS);
  await tools.API_TEMPLATE.migrate(server.url);
  const dataSource = await tools.makeDataSource({ url: server.url, poolSize: 1 }).initialize();
  const db = new tools.Database(dataSource.manager);
  await measureLoading({ ...tools, url: server.url }, db, parent);
  await measureDrawing(tools, db, dataSource);
  await measureSearch(tools, db, dataSource);
  await dataSource.destroy();
} finally {
  await server.stop();
  rmSync(parent, { recursive: true, force: true });
}
