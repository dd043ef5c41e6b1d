import { JobQueue, type QueuePlace } from '@holdout/job-queue';
import { Database } from '@holdout/persistence';
import { Injectable } from '@nestjs/common';

type Places = ReadonlyMap<string, QueuePlace>;

/**
 * Places in the queue, for all waiting jobs. Each lookup needs a ranking of the whole queue, so requests that arrive
 * during a ranking share the next one: at most one runs at a time, and a longer queue means more requests per ranking.
 */
@Injectable()
export class QueuePlaces {
  private asked = new Set<string>();
  private next: Promise<Places> | undefined;
  private last: Promise<Places> | undefined;

  constructor(private readonly db: Database) {}

  /** Null if the job is not waiting: running, ended or unknown. */
  async find(jobId: string): Promise<QueuePlace | null> {
    this.asked.add(jobId);
    this.next ??= this.rank();
    const places = await this.next;
    return places.get(jobId) ?? null;
  }

  private async rank(): Promise<Places> {
    await this.last?.catch(() => undefined);
    const ids = [...this.asked];
    this.asked = new Set();
    this.next = undefined;
    this.last = this.db.repo(JobQueue).placesInQueue(ids);
    return this.last;
  }
}
