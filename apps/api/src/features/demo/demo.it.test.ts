import { Database, systemClock } from '@holdout/persistence';
import { makeScratchDatabase } from '@holdout/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureDemoAccounts } from '../../administration/demo-accounts';
import { API_TEMPLATE, type TestApi } from '../../test-api';
import { TestGrader } from '../../test-grader';
import { runDueJobs } from '../../test-mail';
import { startPreparedApi } from '../../test-prepared-api';
import { GradeIntake } from '../submission/grade-intake';
import { DEMO_TITLE } from './demo-draft';
import { MAKE_DEMO } from './make-demo';
import { SIMULATED_TITLE } from './simulated/simulated-draft';

let api: TestApi;
let home: string;
let url: string;

async function start(environment: Record<string, string>): Promise<void> {
  const scratch = await makeScratchDatabase(API_TEMPLATE);
  url = scratch.url;
  api = await startPreparedApi(scratch, { environment });
  home = mkdtempSync(join(tmpdir(), 'holdout-demo-'));
  await ensureDemoAccounts(api.db, systemClock, home);
}
afterEach(async () => {
  await api.stop();
  rmSync(home, { recursive: true });
});

async function fill(): Promise<void> {
  await new Database(api.dataSource.manager).transaction((tx) => MAKE_DEMO.add(tx, {}));
  await runDueJobs(api);
}

const assessments = () =>
  api.dataSource.query<object[]>(
    `select a.title, v.number from assessment a join organization o on o.id = a.organization_id
     left join assessment_version v on v.assessment_id = a.id where o.slug = 'demo' order by a.title`,
  );

test('in local mode the demo organization gets one published assessment, however often it is started', async () => {
  await start({ HOLDOUT_LOCAL_MODE: '1' });
  await fill();
  await fill();
  expect(await assessments()).toEqual([
    { title: DEMO_TITLE, number: 1 },
    { title: SIMULATED_TITLE, number: 1 },
  ]);
});

test('300 simulated people took the other assessment, with names that say so', async () => {
  await start({ HOLDOUT_LOCAL_MODE: '1' });
  await fill();
  const people = await api.dataSource.query<{ name: string; items: number; entries: number }[]>(
    `select p.name, (select count(*)::int from attempt_item i where i.attempt_id = a.id) as items,
       (select count(*)::int from cohort_entry e where e.attempt_id = a.id) as entries
     from attempt a join candidate_profile p on p.candidate_id = a.candidate_id where a.purpose = 'assessment'`,
  );
  expect(people).toHaveLength(300);
  for (const { name, items, entries } of people) {
    expect(name).toMatch(/^Simulated \d{3}$/);
    expect([items, entries]).toEqual([24, 1]);
  }
});

test('three people are invited once its hidden data is there, and find the mail in the mailbox', async () => {
  await start({ HOLDOUT_LOCAL_MODE: '1' });
  await fill();
  const messages = () =>
    api.dataSource.query<{ to: string }[]>(
      'select recipient as "to" from mailbox_message join mail on mail.id = mail_id order by recipient collate "C"',
    );
  expect(await messages()).toEqual([]);
  const grader = new TestGrader(url);
  await grader.prepareAll();
  await grader.close();
  await api.app.get(GradeIntake).takeAll();
  for (let start = 0; start < 2; start += 1) {
    await fill();
    await api.dataSource.query('update jobs._private_jobs set run_at = now()');
    await runDueJobs(api);
  }
  expect(await messages()).toEqual(
    ['candidate2', 'candidate3', 'candidate'].map((name) => ({ to: `${name}@demo.localhost` })),
  );
});

test('elsewhere nothing is created', async () => {
  await start({});
  await fill();
  expect(await assessments()).toEqual([]);
});
