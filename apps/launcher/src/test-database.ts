import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { NotStarted } from '@holdout/embedded-postgres';
import { Pool } from 'pg';
import { openEmbeddedDatabase } from './embedded-database';
import { openHome } from './home';
import { SupervisedDatabase } from './supervised-database';

type Failure = { readonly why: string; readonly message: string; readonly gapMs: number };

/** A supervised server with a table, for tests that kill it. */
export type TestDatabase = {
  /** The process ids of the servers so far, the running one last. */
  readonly pids: readonly number[];
  readonly directory: string;
  readonly port: number;
  readonly failures: Failure[];
  /** As the api does, it connects again when the server is back. */
  readonly pool: Pool;
  /** The server that runs now, killed as by `kill -9`. `before` is called after it has exited and before it is restarted. */
  readonly kill: (before?: () => void) => void;
  /** Inserts rows until `enough`; rejected statements are repeated with another row. */
  readonly save: (enough: () => boolean) => Promise<void>;
  /** Rows whose insert was confirmed. */
  readonly confirmed: ReadonlySet<number>;
  /** Confirmed rows that are not in the table. */
  readonly lost: () => Promise<readonly number[]>;
  readonly stop: () => Promise<void>;
};

export function makeParent(): string {
  const parent = mkdtempSync(join(tmpdir(), 'holdout-embedded-'));
  chmodSync(parent, 0o711);
  return parent;
}

function savingRows(pool: Pool): Pick<TestDatabase, 'save' | 'confirmed' | 'lost'> {
  const confirmed = new Set<number>();
  let next = 0;
  const saveOne = async (): Promise<void> => {
    const n = next++;
    await pool.query('insert into saved values ($1)', [n]).then(
      () => confirmed.add(n),
      () => undefined,
    );
  };
  return {
    confirmed,
    save: async (enough) => {
      while (!enough()) await Promise.all([saveOne(), saveOne(), saveOne(), saveOne()]);
    },
    lost: async () => {
      const { rows } = await pool.query<{ n: number }>('select n from saved');
      const stored = new Set(rows.map(({ n }) => n));
      return [...confirmed].filter((n) => !stored.has(n));
    },
  };
}

/** Waits for something that other processes bring about. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await pause(10);
}

/** Starts a supervised server in a home of its own. */
export async function startTestDatabase(parent = makeParent()): Promise<TestDatabase> {
  const opened = await openEmbeddedDatabase(openHome(join(parent, 'home')), process.cwd());
  const { cluster, addresses, directory, start } = opened;
  const pids = [cluster.pid];
  const failures: Failure[] = [];
  let before: () => void = () => undefined;
  const database = new SupervisedDatabase(cluster, {
    onExit: () => before(),
    onFailure: (failure, gapMs) => {
      const why = failure instanceof NotStarted ? failure.why : 'other';
      failures.push({ why, message: String(failure), gapMs });
    },
    start: async (signal) => {
      const again = await start(signal);
      pids.push(again.pid);
      return again;
    },
  });
  const pool = new Pool({ connectionString: addresses.databaseUrl, max: 4 });
  pool.on('error', () => undefined);
  await pool.query('create table saved (n int primary key)');
  return {
    ...{ pids, directory, failures, pool, port: cluster.port, ...savingRows(pool) },
    kill: (act = () => undefined) => {
      before = act;
      process.kill(pids.at(-1) ?? 0, 'SIGKILL');
    },
    stop: async () => {
      await pool.end();
      await database.stop();
      rmSync(parent, { recursive: true, force: true });
    },
  };
}
