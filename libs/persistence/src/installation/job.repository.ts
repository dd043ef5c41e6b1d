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
select jobs.add_job($1, $2::json, run_at => $3::timestamptz, max_attempts => $4, priority => $5)`;

/** Jobs of the API, added in the caller's transaction: a job exists if and only if the transaction commits. */
export class JobRepository {
  constructor(private readonly manager: EntityManager) {}

  async add({ task, payload, runAt, maxTries, priority }: NewJob): Promise<void> {
    await this.manager.query(ADD, [task, JSON.stringify(payload), runAt, maxTries, priority]);
  }
}
