import { makeScratchDatabase } from '@holdout/testing';
import { API_TEMPLATE, startTestApi, type TestApi } from '../../test-api';
import { RateLimits } from '../access/rate-limits';
import { migrateJobs } from './background-jobs';

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

test('every task is in the crontab, so that one process runs it on schedule', async () => {
  const known = await api.dataSource.query<{ identifier: string }[]>(
    'select identifier from jobs._private_known_crontabs order by identifier',
  );
  expect(known.map(({ identifier }) => identifier)).toEqual([
    'deleteEndedSessions',
    'deletePastRates',
    'endOverdueAttempts',
  ]);
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
