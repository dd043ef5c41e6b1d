import {
  type AssessmentVersionId,
  AssessmentVersionRepository,
  type AssessmentVersionRow,
  Database,
  type NeedRow,
} from '@holdout/persistence';
import { Injectable } from '@nestjs/common';
import { Notifications } from '../../platform/database/notifications';
import { PREPARATION_CHANNEL } from '../question-bank/preparation';

/** Also without a notification: variants are generated in the scope of practice, and one may have been lost. */
const LOOK_MS = 2_000;

/** Follows the preparation of published versions. */
@Injectable()
export class VersionWatch {
  constructor(
    private readonly db: Database,
    private readonly notifications: Notifications,
  ) {}

  /** Yields the current state, then each change; ends when nothing more is being generated. */
  changes(id: AssessmentVersionId): AsyncGenerator<AssessmentVersionRow, void> {
    const left = new AbortController();
    const changes = this.changesUntil(left.signal, id);
    // return() on a waiting generator takes effect only at its next yield, so abort the wait.
    const end = changes.return.bind(changes);
    changes.return = (value) => {
      left.abort();
      return end(value);
    };
    return changes;
  }

  private async *changesUntil(left: AbortSignal, id: AssessmentVersionId): AsyncGenerator<AssessmentVersionRow, void> {
    let wake: () => void = () => undefined;
    const stop = this.notifications.onNotice(PREPARATION_CHANNEL, () => wake());
    left.addEventListener('abort', () => wake());
    try {
      let last = '';
      while (!left.aborted) {
        const woken = new Promise<void>((resolve) => (wake = resolve));
        const versions = this.db.repo(AssessmentVersionRepository);
        const needs = await versions.listNeeds(id);
        const seen = JSON.stringify(needs);
        if (seen !== last) yield await versions.get(id);
        if (needs.every(isSettled)) return;
        last = seen;
        await Promise.race([woken, pause(LOOK_MS)]);
      }
    } finally {
      stop();
    }
  }
}

const isSettled = ({ isDone, failure }: NeedRow): boolean => isDone || failure !== null;

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}
