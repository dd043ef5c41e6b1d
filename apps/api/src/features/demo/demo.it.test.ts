import { Database, systemClock } from '@holdout/persistence';
import { makeScratchDatabase } from '@holdout/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureDemoAccounts } from '../../administration/demo-accounts';
import { API_TEMPLATE, type TestApi } from '../../test-api';
import { runDueJobs } from '../../test-mail';
import { startPreparedApi } from '../../test-prepared-api';
import { DEMO_TITLE } from './demo-draft';
import { MAKE_DEMO } from './make-demo';

let api: TestApi;
let home: string;

async function start(environment: Record<string, string>): Promise<void> {
  api = await startPreparedApi(await makeScratchDatabase(API_TEMPLATE), { environment });
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
     left join assessment_version v on v.assessment_id = a.id where o.slug = 'demo'`,
  );

test('in local mode the demo organization gets one published assessment, however often it is started', async () => {
  await start({ HOLDOUT_LOCAL_MODE: '1' });
  await fill();
  await fill();
  expect(await assessments()).toEqual([{ title: DEMO_TITLE, number: 1 }]);
});

test('elsewhere nothing is created', async () => {
  await start({});
  await fill();
  expect(await assessments()).toEqual([]);
});
