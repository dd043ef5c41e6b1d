import type { DataSource } from 'typeorm';
import { isHeldSql } from '../database/notifications';

const WITHOUT_WORKER = `select distinct j.locked_by as worker from jobs.jobs j
  where j.locked_by is not null and not ${isHeldSql('j.locked_by')}`;

/**
 * Unlocks the jobs of processes that no longer run. graphile-worker itself unlocks a job only four hours after a worker
 * has taken it, because it cannot know whether the worker runs.
 *
 * Each process holds the names of its workers on one connection (`Notifications.hold`). A worker counts as gone when two
 * checks in a row find its name free: between them, a process that has lost its connection holds it again.
 */
export class AbandonedJobs {
  private suspects: ReadonlySet<string> = new Set();

  constructor(private readonly dataSource: DataSource) {}

  /** Checks once, and returns the workers whose jobs it has unlocked. */
  async check(): Promise<readonly string[]> {
    const found = await this.dataSource.query<{ worker: string }[]>(WITHOUT_WORKER);
    const gone = found.map(({ worker }) => worker);
    const unlocked = gone.filter((worker) => this.suspects.has(worker));
    this.suspects = new Set(gone);
    if (unlocked.length > 0) await this.dataSource.query('select jobs.force_unlock_workers($1)', [unlocked]);
    return unlocked;
  }
}
