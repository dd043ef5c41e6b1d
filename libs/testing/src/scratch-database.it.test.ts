import { Client } from 'pg';
import { makeScratchDatabase } from './scratch-database';

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

test('a clone of a template has the tables of its migration, and two clones share nothing', async () => {
  let migrations = 0;
  const template = {
    name: 'testing',
    migrate: async (url: string) => {
      migrations += 1;
      await query(url, 'create table seen (n int)');
    },
  };
  const [one, two] = await Promise.all([makeScratchDatabase(template), makeScratchDatabase(template)]);
  await query(one.url, 'insert into seen values (1)');
  expect(await query(one.url, 'select n from seen')).toEqual([{ n: 1 }]);
  expect(await query(two.url, 'select n from seen')).toEqual([]);
  expect(migrations).toBe(1);
  await Promise.all([one.drop(), two.drop()]);
});
