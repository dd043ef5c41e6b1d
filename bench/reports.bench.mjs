import { resolve } from 'node:path';
import { bundle } from '../tools/bundle.mjs';
import { addManyPeople } from './support/many-people.mjs';
import { detail, reportRatio } from './support/report.mjs';
import { rounds } from './support/rounds.mjs';
import { quantile, spread } from './support/spread.mjs';

const PEOPLE = rounds(20_000, 300);
const ITEMS = 40;
const PAGES = rounds(20, 1);
const PAGE = 50;
const [PAGE_MS, STATISTICS_MS] = [300, 1_000];

const ORDERS = ['name', 'score', 'status', 'decision'].flatMap((by) =>
  [false, true].map((isDescending) => ({ by, isDescending })),
);
const NO_FILTER = { statuses: [], decisions: [], sides: [], isProvisional: null, words: [], versionNumber: null };
const FILTERS = {
  'no filter': {},
  'above the pass line': { sides: ['above'] },
  'too close to say': { sides: ['uncertain'] },
  'no decision': { decisions: [null] },
  'a name': { words: ['family77'] },
  'a name that nobody has': { words: ['nobody'] },
  'all at once': { sides: ['above'], decisions: ['hold'], statuses: ['ended'], words: ['given'] },
};

async function timed(work) {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function loaded() {
  await bundle(
    { reports: 'bench/support/reports-tools.mjs' },
    { tsconfig: 'apps/api/tsconfig.json', out: 'dist/bench' },
  );
  return import(resolve('dist/bench/reports.mjs'));
}

async function publishEmpty(tools, { dataSource, organizationId }) {
  const [assessmentId, assessmentVersionId] = [tools.newId(tools.systemClock), tools.newId(tools.systemClock)];
  await dataSource.query(
    `insert into assessment (id, organization_id, title, created_at, draft, draft_revision, updated_at)
     values ($1, $2, 'Bench', now(), $3, 1, now())`,
    [assessmentId, organizationId, JSON.stringify(tools.EMPTY_DRAFT)],
  );
  await dataSource.query(
    `insert into assessment_version (id, organization_id, assessment_id, number, content, content_hash, draft_revision,
       published_at) values ($1, $2, $3, 1, '{"passLine": 0.6}', 'h', 1, now())`,
    [assessmentVersionId, organizationId, assessmentId],
  );
  return { organizationId, assessmentId, assessmentVersionId };
}

/** A score of one more person is written: what is kept of the cohort is no longer new. */
const touch = (dataSource, { assessmentId }) =>
  dataSource.query(
    `update cohort_entry set is_provisional = is_provisional where attempt_id =
       (select attempt_id from cohort_entry where assessment_id = $1 order by random() limit 1)`,
    [assessmentId],
  );

/** Pages of the table: the first and the following ones, in every order and with every filter, each after a new score. */
async function measurePages(tools, { db, dataSource, place }) {
  const cohorts = new tools.Cohorts(db, new tools.CohortStatistics(db));
  const cold = await timed(() => cohorts.count(place.assessmentId));
  const times = [];
  for (const [name, some] of Object.entries(FILTERS)) {
    const own = [];
    for (const order of ORDERS) {
      let after = null;
      for (let n = 0; n < Math.ceil(PAGES / 4); n++) {
        await touch(dataSource, place);
        let page;
        own.push(
          await timed(async () => {
            page = await cohorts.list(place.assessmentId, { ...NO_FILTER, ...some }, { first: PAGE, order, after });
          }),
        );
        const last = page.rows.at(-1);
        after = last && page.hasNextPage ? [last.key, last.entry.attemptId] : null;
      }
    }
    times.push(...own);
    detail(`pages with ${name}: ${spread(own, 'ms', 1)}`);
  }
  const p95 = quantile(times, 0.95);
  reportRatio('reports-cohort-page-p95', p95 / PAGE_MS, { most: 1 });
  detail(`95 in 100 pages of ${PEOPLE} people end within ${p95.toFixed(1)} ms, each after a new score`);
  detail(`the first request after a start, which reads the whole cohort: ${cold.toFixed(0)} ms, n = 1`);
}

/** Item statistics: once with nothing kept, then each time after a new score. */
async function measureStatistics(tools, { db, dataSource, place }) {
  const cold = [];
  const warm = [];
  for (let n = 0; n < Math.ceil(PAGES / 4); n++) {
    const analysis = new tools.ItemAnalysis(db, new tools.CohortStatistics(db));
    cold.push(await timed(() => analysis.of(place.assessmentId)));
    await touch(dataSource, place);
    warm.push(
      await timed(async () => {
        const { items, attempts } = await analysis.of(place.assessmentId);
        if (items.length !== ITEMS || attempts !== PEOPLE) throw new Error('The statistics are not of this cohort.');
      }),
    );
  }
  const p95 = quantile(warm, 0.95);
  reportRatio('reports-item-statistics-p95', p95 / STATISTICS_MS, { most: 1 });
  detail(`item statistics of ${PEOPLE} people with ${ITEMS} items after a new score: ${spread(warm, 'ms', 1)}`);
  detail(`the same with nothing kept, as after a start: ${spread(cold, 'ms', 1)}`);
}

const tools = await loaded();
const server = await tools.startScratchPostgres();
try {
  await tools.API_TEMPLATE.migrate(server.url);
  const dataSource = await tools.makeDataSource({ url: server.url, poolSize: 2 }).initialize();
  const db = new tools.Database(dataSource.manager);
  const organizationId = tools.newId(tools.systemClock);
  await db.repo(tools.OrganizationRepository).insert({ id: organizationId, slug: 'bench', name: 'Bench' }, new Date());
  const place = await publishEmpty(tools, { dataSource, organizationId });
  const filled = await timed(() => addManyPeople(tools, { db, dataSource, place, people: PEOPLE, items: ITEMS }));
  detail(`${PEOPLE} people with ${ITEMS} items were added in ${(filled / 1000).toFixed(1)} s`);
  await measurePages(tools, { db, dataSource, place });
  await measureStatistics(tools, { db, dataSource, place });
  // The report of an attempt, its PDF and the similarity of programs are measured here, too, by their own parts.
  await dataSource.destroy();
} finally {
  await server.stop();
}
