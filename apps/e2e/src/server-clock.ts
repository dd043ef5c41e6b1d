import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { told } from './journey';

type Kept = { readonly port: number; readonly ownerPassword: string };

/** Makes an attempt have begun earlier, so that its time runs out while a journey can wait for it. */
export async function beginEarlier(attemptId: string, seconds: number): Promise<void> {
  const { port, ownerPassword } = JSON.parse(readFileSync(join(told('E2E_HOME'), 'database.json'), 'utf8')) as Kept;
  const client = new Client({ host: '127.0.0.1', port, user: 'holdout', password: ownerPassword, database: 'holdout' });
  await client.connect();
  try {
    const { rowCount } = await client.query(
      'update attempt set started_at = started_at - make_interval(secs => $2) where id = $1 and ended_at is null',
      [attemptId, seconds],
    );
    expect(rowCount).toBe(1);
  } finally {
    await client.end();
  }
}
