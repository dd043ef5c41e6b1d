import type { EntityManager } from 'typeorm';

/** A job for graphile-worker. */
export type NewJob = {
  readonly task: string;
  readonly payload: object;
  readonly maxTries: number;
  /** Jobs with a smaller number run first. */
  readonly priority: number;
  /** Null: now. */
  readonly runAt: Date | null;
};

const ADD = `
select jobs.add_job(task, payload, run_at => run_at, max_attempts => max_tries, priority => priority)
from unnest($1::text[], $2::json[], $3::timestamptz[], $4::int[], $5::int[])
  as given (task, payload, run_at, max_tries, priority)`;

/** Jobs of the API, added in the caller's transaction: a job exists if and only if the transaction commits. */
export class JobRepository {
  constructor(private readonly manager: EntityManager) {}

  /** One statement for all of them. */
  async addAll(jobs: readonly NewJob[]): Promise<void> {
    await this.manager.query(ADD, [
      jobs.map(({ task }) => task),
      jobs.map(({ payload }) => JSON.stringify(payload)),
      jobs.map(({ runAt }) => runAt),
      jobs.map(({ maxTries }) => maxTries),
      jobs.map(({ priority }) => priority),
    ]);
  }
}
