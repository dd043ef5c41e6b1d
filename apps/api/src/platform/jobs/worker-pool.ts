import { Pool } from 'pg';

const ignore = (): undefined => undefined;

/**
 * The connections of graphile-worker. Errors of a lost connection are ignored until the last one is closed: whoever runs a
 * statement on it gets the error from the statement. A pool of graphile-worker's own has nobody who listens while it
 * closes, so a restart of PostgreSQL at that moment would end the process.
 */
export function makeWorkerPool(connectionString: string, max: number): Pool {
  const pool = new Pool({ connectionString, max });
  pool.on('error', ignore);
  pool.on('connect', (client) => client.on('error', ignore));
  return pool;
}
