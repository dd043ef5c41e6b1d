import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { bundle } from '../tools/bundle.mjs';
import { measureInviting, measureTable } from './support/inviting.mjs';
import { makeManyFolders } from './support/many-folders.mjs';
import { multiplyQuestions } from './support/many-questions.mjs';
import { detail, reportRatio } from './support/report.mjs';
import { rounds } from './support/rounds.mjs';
import { quantile, spread } from './support/spread.mjs';

const FOLDERS = rounds(500, 400);
const QUESTIONS = rounds(10_000, 800);
const CHECKS = rounds(300, 5);
const WORDS = rounds(60, 2);
const TYPING_MS = 100;
const PAGE = 50;

async function loaded() {
  await bundle(
    { building: 'bench/support/building-tools.mjs' },
    { tsconfig: 'apps/api/tsconfig.json', out: 'dist/bench' },
  );
  return import(resolve('dist/bench/building.mjs'));
}

async function timesOf(works) {
  const times = [];
  for (const work of works) {
    const began = performance.now();
    await work();
    times.push(performance.now() - began);
  }
  return times;
}

function report(name, times, what) {
  const p95 = quantile(times, 0.95);
  reportRatio(name, p95 / TYPING_MS, { most: 1 });
  detail(`95 in 100 ${what} end within ${p95.toFixed(1)} ms, seen from the api: ${spread(times, 'ms', 1)}`);
}

/** The drafts that an editor sends: the templates, each time with another number drawn and another pool added. */
function draftsOf({ TEMPLATES }) {
  return Array.from({ length: CHECKS }, (_, turn) => {
    const { draft } = TEMPLATES[turn % TEMPLATES.length];
    const pools = Array.from({ length: 1 + (turn % 20) }, (_, n) => ({
      kind: 'pool',
      id: `more ${n}`,
      draw: 1 + ((turn + n) % 3),
      skills: [['eval'], ['data', 'dataeng'], ['stats.inference'], []][(turn + n) % 4],
      kinds: [['numeric'], ['code', 'model'], []][n % 3],
      levels: [[2, 3], [], [1]][turn % 3],
      unseenOnly: true,
      excluded: [],
      weight: 1 + (n % 2),
    }));
    return { ...draft, sections: [...draft.sections, { id: 'more', title: 'More', minutes: null, entries: pools }] };
  });
}

async function measureChecks(tools, { db, settings, organizationId }) {
  const blueprints = new tools.Blueprints(db, settings);
  const [cold] = await timesOf([() => blueprints.of(organizationId)]);
  const { questions } = await blueprints.of(organizationId);
  if (questions.length !== QUESTIONS) throw new Error(`The check knows ${questions.length} questions.`);
  const times = await timesOf(
    draftsOf(tools).map((draft) => async () => {
      const { figures } = await blueprints.check(organizationId, draft);
      if (!(figures.minutes.p80 > figures.minutes.median)) throw new Error('A check has no figures.');
    }),
  );
  report('building-check-p95', times, `checks of drafts against ${QUESTIONS} questions`);
  detail(`the facts of the bank, read once after each load: ${cold.toFixed(0)} ms, n = 1`);
}

/** Every beginning of a word, from two letters on, as a person types it, with and without filters. */
async function measureSearch(tools, { db, dataSource, organizationId }) {
  const search = new tools.BankSearch(db);
  const rows = await dataSource.query(
    `select title from question_version where title !~ ' [0-9]+$' order by md5(id::text) limit ${WORDS}`,
  );
  const typed = rows.flatMap(({ title }, turn) => {
    const word = title.split(' ').toSorted((a, b) => b.length - a.length)[0];
    const filter = [{}, { levels: [2, 3] }, { skills: ['eval'] }, { kinds: ['NUMERIC', 'CODE'] }][turn % 4];
    return Array.from({ length: Math.max(1, word.length - 1) }, (_, n) => ({ ...filter, text: word.slice(0, n + 2) }));
  });
  let found = 0;
  const times = await timesOf(
    typed.map((filter) => async () => {
      found += (await search.list(organizationId, filter, { first: PAGE, after: null })).totalCount;
    }),
  );
  if (found === 0) throw new Error('No search found anything.');
  report('building-search-p95', times, `searches over ${QUESTIONS} questions, one for each letter typed,`);
}

const tools = await loaded();
const parent = mkdtempSync(join(tmpdir(), 'holdout-bench-building-'));
const server = await tools.startScratchPostgres();
try {
  makeManyFolders('bank', parent, FOLDERS);
  await tools.API_TEMPLATE.migrate(server.url);
  const dataSource = await tools.makeDataSource({ url: server.url, poolSize: 2 }).initialize();
  const db = new tools.Database(dataSource.manager);
  const settings = tools.parseSettings({
    HOLDOUT_SECRET: 'a secret of benchmarks that is long enough',
    DATABASE_URL: server.url,
  });
  const preparation = new tools.Preparation(settings, tools.systemClock);
  await new tools.BankLoader(db, preparation, settings, tools.systemClock).load(parent);
  await multiplyQuestions(dataSource, FOLDERS, QUESTIONS);
  const organizationId = tools.newId(tools.systemClock);
  const organization = { id: organizationId, slug: 'bench', name: 'Bench' };
  await db.repo(tools.OrganizationRepository).insert(organization, new Date());
  const given = { db, dataSource, settings, organizationId };
  await measureChecks(tools, given);
  await measureSearch(tools, given);
  await measureInviting(tools, given);
  await measureTable(tools, given);
  await dataSource.destroy();
} finally {
  await server.stop();
  rmSync(parent, { recursive: true, force: true });
}
