import type { EntityManager } from 'typeorm';

export type RepositoryClass<R> = new (manager: EntityManager) => R;

/** What a page waits for at most. The connections of the pool, all together, have a longer limit. */
const HEAVY_READ_MS = 5_000;

/** The only door to PostgreSQL. Repositories taken from `tx` see the transaction; there is no ambient one. */
export class Database {
  constructor(private readonly manager: EntityManager) {}

  repo<R>(repository: RepositoryClass<R>): R {
    return new repository(this.manager);
  }

  transaction<T>(work: (tx: Database) => Promise<T>): Promise<T> {
    return this.manager.transaction((manager) => work(new Database(manager)));
  }

  /**
   * Reads whose cost depends on what is asked for: nothing can be written, and each statement is cancelled after five
   * seconds, so that a costly filter does not hold a connection that a save needs.
   */
  heavyRead<T>(work: (tx: Database) => Promise<T>, timeoutMs = HEAVY_READ_MS): Promise<T> {
    return this.manager.transaction(async (manager) => {
      const settings =
        "select set_config('statement_timeout', $1, true), set_config('transaction_read_only', 'on', true)";
      await manager.query(settings, [String(timeoutMs)]);
      return work(new Database(manager));
    });
  }
}
