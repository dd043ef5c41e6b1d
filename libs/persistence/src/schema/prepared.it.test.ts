import { makeScratchDatabase, type ScratchDatabase } from '@holdout/testing';
import type { DataSource } from 'typeorm';
import { makeDataSource } from './data-source';
import { prepared } from './prepared';

const OFTEN = prepared('select $1::int + 1 as n');
const ONCE = 'select $1::int + 2 as n';

let scratch: ScratchDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  scratch = await makeScratchDatabase();
  dataSource = await makeDataSource({ url: scratch.url, poolSize: 1 }).initialize();
});
afterAll(async () => {
  await dataSource.destroy();
  await scratch.drop();
});

const names = () => dataSource.query<{ statement: string }[]>('select statement from pg_prepared_statements');

test('a marked statement is prepared once on each connection, with its own values each time; another one is not', async () => {
  for (const [statement, n] of [
    [OFTEN, 1],
    [ONCE, 2],
  ] as const) {
    expect(await dataSource.query(statement, [4])).toEqual([{ n: 4 + n }]);
    expect(await dataSource.query(statement, [5])).toEqual([{ n: 5 + n }]);
  }
  expect(await names()).toEqual([{ statement: OFTEN }]);
});

test('it is prepared again on the connection that follows a lost one, and works in a transaction', async () => {
  await dataSource.query('select pg_terminate_backend(pg_backend_pid())').catch(() => undefined);
  // The pool may give the lost connection once more before it has noticed.
  const isLost = (): Promise<boolean> =>
    dataSource.query('select 1').then(
      () => false,
      () => true,
    );
  while (await isLost());
  await expect(dataSource.transaction((manager) => manager.query(OFTEN, [1]))).resolves.toEqual([{ n: 2 }]);
  expect(await names()).toEqual([{ statement: OFTEN }]);
});
