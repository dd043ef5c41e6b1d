import { type Database, JobRepository } from '@holdout/persistence';

/** How often a job has been tried, this time included. The last one fails for good. */
export type Tries = { readonly tries: number; readonly maxTries: number };

export type JobOptions = {
  /** Overtakes jobs that are not urgent. */
  readonly isUrgent?: boolean;
  readonly runAt?: Date;
};

const URGENT = -10;

/**
 * Work that a transaction asks for: its job exists if and only if the transaction commits. A job that throws is tried again
 * after e, e², e³ … seconds, at most about six hours (e¹⁰ s), until `maxTries`. It can run twice, so the work must be
 * idempotent. `BackgroundJobs.handle` says what runs it.
 */
export class QueuedTask<Payload extends object> {
  constructor(
    readonly name: string,
    private readonly maxTries: number,
  ) {}

  /** Adds a job in the caller's transaction. The payload holds ids only. */
  add(tx: Database, payload: Payload, options: JobOptions = {}): Promise<void> {
    return this.addAll(tx, [{ payload, ...options }]);
  }

  /** Adds many jobs in one statement, each with its own options. */
  addAll(tx: Database, jobs: readonly (JobOptions & { readonly payload: Payload })[]): Promise<void> {
    return tx.repo(JobRepository).addAll(
      jobs.map(({ payload, isUrgent = false, runAt }) => ({
        task: this.name,
        payload,
        maxTries: this.maxTries,
        priority: isUrgent ? URGENT : 0,
        runAt: runAt ?? null,
      })),
    );
  }
}
