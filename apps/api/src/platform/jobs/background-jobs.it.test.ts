import { makeScratchDatabase } from '@holdout/testing';
import { Client } from 'pg';
import { API_TEMPLATE, startTestApi, type TestApi } from '../../test-api';
import { RateLimits } from '../access/rate-limits';
import { AbandonedJobs } from './abandoned-jobs';
import { BackgroundJobs, migrateJobs } from './background-jobs';

let api: TestApi;
let databaseUrl: string;

beforeAll(async () => {
  const scratch = await makeScratchDatabase(API_TEMPLATE);
  databaseUrl = scratch.url;
  api = await startTestApi(scratch, { runsJobs: true });
});
afterAll(() => api.stop());

test('a registered task is run when its job is added in SQL, and a finished job leaves no row', async () => {
  const done = Promise.withResolvers<string>();
  jest.spyOn(api.app.get(RateLimits), 'deletePast').mockImplementation(async () => done.resolve('run'));
  await api.dataSource.query("select jobs.add_job('deletePastRates')");
  expect(await done.promise).toBe('run');
  const left = () => api.dataSource.query<object[]>("select from jobs.jobs where task_identifier = 'deletePastRates'");
  while ((await left()).length > 0) await new Promise((resolve) => setTimeout(resolve, 20));
});

test('every task on a schedule is in the crontab, so that one process runs it on schedule', async () => {
  const known = await api.dataSource.query<{ identifier: string }[]>(
    'select identifier from jobs._private_known_crontabs order by identifier',
  );
  const registered = api.app.get(BackgroundJobs)['tasks'].map(({ name }) => name);
  expect(registered).toContain('endOverdueAttempts');
  expect(known.map(({ identifier }) => identifier)).toEqual(registered.toSorted());
});

/** Adds a job that this worker has taken, as a killed process leaves it. */
async function aLockedJob(worker: string): Promise<void> {
  await api.dataSource.query(`select jobs.add_job('taken', json_build_object('of', $1::text), run_at => 'infinity')`, [
    worker,
  ]);
  await api.dataSource.query(
    `update jobs._private_jobs set locked_at = now(), locked_by = $1 where payload ->> 'of' = $1`,
    [worker],
  );
}

async function lockedBy(): Promise<readonly string[]> {
  const sql = 'select locked_by from jobs.jobs where locked_by is not null order by 1';
  return (await api.dataSource.query<{ locked_by: string }[]>(sql)).map(({ locked_by }) => locked_by);
}

test('jobs of a killed process are unlocked by the second check, and those of a running process never', async () => {
  const elsewhere = new Client({ connectionString: databaseUrl });
  await elsewhere.connect();
  await elsewhere.query("select pg_advisory_lock_shared(7314086, hashtext('worker-alive'))");
  await aLockedJob('worker-alive');
  await aLockedJob('worker-killed');
  const abandoned = new AbandonedJobs(api.dataSource);
  expect(await abandoned.check()).toEqual([]);
  expect(await lockedBy()).toEqual(['worker-alive', 'worker-killed']);
  expect(await abandoned.check()).toEqual(['worker-killed']);
  expect(await lockedBy()).toEqual(['worker-alive']);
  await elsewhere.end();
});

test('each process holds the names of its two worker pools, also after it has lost its connection', async () => {
  const held = async (): Promise<number> => {
    const sql = `select count(*)::int as n from pg_locks where locktype = 'advisory' and classid = 7314086
      and database = (select oid from pg_database where datname = current_database())`;
    return (await api.dataSource.query<[{ n: number }]>(sql))[0].n;
  };
  const until = async (n: number): Promise<void> => {
    while ((await held()) !== n) await new Promise((resolve) => setTimeout(resolve, 20));
  };
  await until(2);
  await api.dataSource.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'holdout-api-listen' and datname = current_database()",
  );
  await until(2);
});

test('jobs run again after graphile-worker has given up', async () => {
  // Whatever makes it give up, it then stops its runner.
  await api.app.get(BackgroundJobs)['runners'][0]?.['runner']?.stop('gives up');
  const done = Promise.withResolvers<string>();
  jest.spyOn(api.app.get(RateLimits), 'deletePast').mockImplementation(async () => done.resolve('run'));
  await api.dataSource.query("select jobs.add_job('deletePastRates')");
  expect(await done.promise).toBe('run');
});

test('a job that is being run is locked in a name that its process holds', async () => {
  const isHeld = Promise.withResolvers<readonly string[]>();
  const abandoned = new AbandonedJobs(api.dataSource);
  jest.spyOn(api.app.get(RateLimits), 'deletePast').mockImplementation(async () => {
    isHeld.resolve([...(await abandoned.check()), ...(await abandoned.check())]);
  });
  await api.dataSource.query("select jobs.add_job('deletePastRates')");
  // Left by the test above, whose worker is gone by now; this job's own is not.
  expect(await isHeld.promise).toEqual(['worker-alive']);
});

test('migrating the job tables again changes nothing', async () => {
  await migrateJobs(databaseUrl);
});

test('a login without grants, like that of the grader, cannot read the jobs', async () => {
  const runner = api.dataSource.createQueryRunner();
  await runner.startTransaction();
  await runner.query('create role stranger_of_jobs nologin');
  await runner.query('set local role stranger_of_jobs');
  await expect(runner.query('select from jobs.jobs')).rejects.toThrow('permission denied for schema jobs');
  await runner.rollbackTransaction();
  await runner.release();
});
