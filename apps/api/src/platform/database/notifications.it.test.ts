import { NoticeRepository } from '@holdout/persistence';
import { makeScratchDatabase } from '@holdout/testing';
import { API_TEMPLATE, startTestApi, type TestApi } from '../../test-api';
import { Notifications } from './notifications';

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi(await makeScratchDatabase(API_TEMPLATE));
});
afterAll(() => api.stop());

/** Resolves with the notifications received once `enough` is true for them. */
function heard(channel: string, enough: (ids: readonly string[]) => boolean): Promise<readonly string[]> {
  return new Promise((resolve) => {
    const ids: string[] = [];
    const stop = api.app.get(Notifications).onNotice(channel, (id) => {
      ids.push(id);
      if (!enough(ids)) return;
      stop();
      resolve(ids);
    });
  });
}

test('a notification arrives after its transaction commits, and never if it is rolled back', async () => {
  const listening = heard('test_one', (ids) => ids.includes(''));
  await listening;
  const notices = heard('test_one', (ids) => ids.includes('kept'));
  const undone = api.db.transaction(async (tx) => {
    await tx.repo(NoticeRepository).tell('test_one', 'undone');
    throw new Error('roll back');
  });
  await expect(undone).rejects.toThrow('roll back');
  await api.db.transaction((tx) => tx.repo(NoticeRepository).tell('test_one', 'kept'));
  expect(await notices).toEqual(['kept']);
});

test('after a lost connection it listens again and notifies all listeners', async () => {
  await heard('test_two', (ids) => ids.includes(''));
  const notices = heard('test_two', (ids) => ids.includes('later'));
  const again = heard('test_two', (ids) => ids.includes(''));
  await api.dataSource.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'holdout-api-listen' and datname = current_database()",
  );
  await again;
  await api.db.repo(NoticeRepository).tell('test_two', 'later');
  expect(await notices).toEqual(['', 'later']);
});
