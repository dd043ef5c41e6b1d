import { EXAMPLE_BANK, ExamplePractice, makeScratchDatabase, writeBank } from '@holdout/testing';
import { Pacer } from '../../platform/access/pacer';
import { AppError } from '../../platform/app-error';
import { API_TEMPLATE, startTestApi, type TestApi } from '../../test-api';

let api: TestApi;
let bank: Awaited<ReturnType<typeof writeBank>>;
const practice = new ExamplePractice(() => api.url);

beforeAll(async () => {
  bank = await writeBank(EXAMPLE_BANK);
  api = await startTestApi(await makeScratchDatabase(API_TEMPLATE), { environment: { HOLDOUT_BANKS: bank.directory } });
});
afterAll(async () => {
  await api.stop();
  await bank.drop();
});

const text = (value: string) => ({ text: { text: value } });

test('a save that comes too fast is refused with the time to wait, stores nothing, and is accepted when sent again', async () => {
  const { client, item } = await practice.open('text');
  const tooFast = new AppError('RATE_LIMITED', undefined, { retryAfterSeconds: 3 });
  const turn = jest.spyOn(Pacer.prototype, 'turn').mockRejectedValueOnce(tooFast);
  const revisionId = crypto.randomUUID();
  await expect(client.save(item.id, text('AUC'), { revisionId })).rejects.toThrow('RATE_LIMITED');
  expect(await api.dataSource.query('select from response where attempt_item_id = $1', [item.id])).toEqual([]);
  expect(await client.save(item.id, text('AUC'), { revisionId })).toMatchObject({ response: { revision: 1 } });
  const other = await practice.open('text');
  await other.client.save(other.item.id, text('AUC'));
  const [first, again, others] = turn.mock.calls.map(([key]) => key);
  expect(again).toBe(first);
  expect(others).not.toBe(first);
});
