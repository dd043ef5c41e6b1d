import type { EntityManager } from 'typeorm';

export type RepositoryClass<R> = new (manager: EntityManager) => R;

/** The only door to PostgreSQL. Repositories taken from `tx` see the transaction; there is no ambient one. */
export class Database {
  constructor(private readonly manager: EntityManager) {}

  repo<R>(repository: RepositoryClass<R>): R {
    return new repository(this.manager);
  }

  transaction<T>(work: (tx: Database) => Promise<T>): Promise<T> {
    return this.manager.transaction((manager) => work(new Database(manager)));
  }
}
