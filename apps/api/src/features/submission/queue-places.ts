import { JobQueue, type QueuePlace } from '@holdout/job-queue';
import { Database } from '@holdout/persistence';
import { Injectable } from '@nestjs/common';

type Places = ReadonlyMap<string, QueuePlace>;

/**
 * Places in the queue, for everybody who waits in it. A place takes a ranking of the whole queue, so whoever asks while
 * one is made shares the next: the longer the queue, the more share one, and there is never more than one at a time.
 */
@Injectable()
export class QueuePlaces {
  private asked = new Set<string>();
  private next: Promise<Places> | undefined;
  private last: Promise<Places> | undefined;

  constructor(private readonly db: Database) {}

  /** Null when the job does not wait: running, ended or unknown. */
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
