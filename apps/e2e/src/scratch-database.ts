import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { told } from './journey';

type Kept = { readonly port: number; readonly ownerPassword: string };

/** Updates one row in the scratch product's database, for states that a journey cannot wait for. */
export async function changeOneRow(sql: string, values: readonly unknown[]): Promise<void> {
  const { port, ownerPassword } = JSON.parse(readFileSync(join(told('E2E_HOME'), 'database.json'), 'utf8')) as Kept;
  const client = new Client({ host: '127.0.0.1', port, user: 'holdout', password: ownerPassword, database: 'holdout' });
  await client.connect();
  try {
    const { rowCount } = await client.query(sql, [...values]);
    expect(rowCount).toBe(1);
  } finally {
    await client.end();
  }
}
