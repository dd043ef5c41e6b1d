import { makeScratchDatabase } from '@holdout/testing';
import { Client } from 'pg';
import { makeWorkerPool } from './worker-pool';

test('a connection that is lost while the pool closes raises no error', async () => {
  const scratch = await makeScratchDatabase();
  const pool = makeWorkerPool(scratch.url, 1);
  const client = await pool.connect();
  client.release();
  const ended = pool.end();
  expect(() => client.emit('error', new Error('terminating connection due to administrator command'))).not.toThrow();
  await ended;
  await scratch.drop();
});

test('a connection that is lost while it is used raises no error but that of its statement', async () => {
  const scratch = await makeScratchDatabase();
  const pool = makeWorkerPool(scratch.url, 1);
  const client = await pool.connect();
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const other = new Client({ connectionString: scratch.url });
  await other.connect();
  await other.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
  await expect(client.query('select 1')).rejects.toThrow();
  client.release(true);
  await Promise.all([other.end(), pool.end()]);
  await scratch.drop();
});
