import type { QueuePlace } from '@holdout/job-queue';
import { Database, type Holders, SubmissionRepository, type SubmissionRow } from '@holdout/persistence';
import { Injectable } from '@nestjs/common';
import { Notifications } from '../../platform/database/notifications';
import { showsVerdict } from './submission-view';
import { QueuePlaces } from './queue-places';

/** Notification channel for new verdicts. The payload is the submission id. */
export const SUBMISSION_CHANNEL = 'submission_graded';

/** Polling interval: places in the queue change without a notification. */
const LOOK_MS = 1_000;

/** A submission and its place in the queue, read together. */
export type WatchedSubmission = SubmissionRow & { readonly queuePlace: QueuePlace | null };

@Injectable()
export class SubmissionWatch {
  constructor(
    private readonly db: Database,
    private readonly notifications: Notifications,
    private readonly places: QueuePlaces,
  ) {}

  /** The current submission; null if the holder does not have it. */
  async look(id: string, holders: Holders): Promise<WatchedSubmission | null> {
    const submission = await this.db.repo(SubmissionRepository).find(id, holders);
    return submission === null ? null : this.withPlace(submission);
  }

  async withPlace(submission: SubmissionRow): Promise<WatchedSubmission> {
    const isWaiting = submission.gradedAt === null;
    return {
      ...submission,
      queuePlace: isWaiting ? await this.places.find(submission.jobId) : null,
    };
  }

  /** Yields the current state, then each change; ends with the verdict, or at once if the holder does not have it. */
  changes(id: string, holders: Holders): AsyncGenerator<WatchedSubmission, void> {
    const left = new AbortController();
    const changes = this.changesUntil(left.signal, id, holders);
    // return() on a waiting generator takes effect only at its next yield, so abort the wait.
    const end = changes.return.bind(changes);
    changes.return = (value) => {
      left.abort();
      return end(value);
    };
    return changes;
  }

  private async *changesUntil(
    left: AbortSignal,
    id: string,
    holders: Holders,
  ): AsyncGenerator<WatchedSubmission, void> {
    let wake: () => void = () => undefined;
    const stop = this.notifications.onNotice(SUBMISSION_CHANNEL, (about) => {
      if (about === id || about === '') wake();
    });
    left.addEventListener('abort', () => wake());
    try {
      let last: string | null = null;
      while (!left.aborted) {
        const woken = new Promise<void>((resolve) => (wake = resolve));
        const current = await this.look(id, holders);
        if (current === null) return;
        const seen = `${current.queuePlace ?? 'taken'} ${current.gradedAt?.getTime() ?? ''}`;
        if (seen !== last) yield current;
        if (isFinal(current)) return;
        last = seen;
        await Promise.race([woken, pause(LOOK_MS)]);
      }
    } finally {
      stop();
    }
  }
}

/** No more changes are sent for a submission that is graded, or whose verdict may not be shown. */
const isFinal = (submission: SubmissionRow): boolean => submission.gradedAt !== null || !showsVerdict(submission);

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}
