import { Database, NoticeRepository } from '@holdout/persistence';
import { Injectable } from '@nestjs/common';
import type { AttemptNewsKind } from '../../../generated/resolvers';
import { Notifications } from '../../../platform/database/notifications';

/** Notification channel of all attempts. The payload is the attempt's id and the kind of news. */
const CHANNEL = 'attempt_news';

/** What a person can tell; `MISSED` is said by the listener itself. */
export type News = Exclude<AttemptNewsKind, 'MISSED'>;

type Told = { readonly kind: AttemptNewsKind };

/** Tells the open pages of an attempt, in every process, to ask again. What is new is not in the notification. */
@Injectable()
export class AttemptNews {
  constructor(private readonly notifications: Notifications) {}

  /** Sent when the transaction of `tx` commits. */
  async tell(tx: Database, attemptId: string, kind: News): Promise<void> {
    await tx.repo(NoticeRepository).tell(CHANNEL, `${attemptId} ${kind}`);
  }

  /** Tells many attempts in one statement. */
  async tellAll(tx: Database, attemptIds: readonly string[], kind: News): Promise<void> {
    const payloads = attemptIds.map((attemptId) => `${attemptId} ${kind}`);
    await tx.repo(NoticeRepository).tellAll(CHANNEL, payloads);
  }

  /** Yields `MISSED`, then each kind of news once, however often it was told since the last look; ends after `ENDED`. */
  of(attemptId: string): AsyncGenerator<Told, void> {
    const left = new AbortController();
    const news = this.newsUntil(left.signal, attemptId);
    // return() on a waiting generator takes effect only at its next yield, so abort the wait.
    const end = news.return.bind(news);
    news.return = (value) => {
      left.abort();
      return end(value);
    };
    return news;
  }

  private async *newsUntil(left: AbortSignal, attemptId: string): AsyncGenerator<Told, void> {
    const waiting = new Set<AttemptNewsKind>(['MISSED']);
    let wake: () => void = () => undefined;
    const stop = this.notifications.onNotice(CHANNEL, (payload) => {
      const kind = kindFor(attemptId, payload);
      if (kind === null) return;
      waiting.add(kind);
      wake();
    });
    left.addEventListener('abort', () => wake());
    try {
      while (!left.aborted) {
        const woken = new Promise<void>((resolve) => (wake = resolve));
        const [kind] = waiting;
        if (kind === undefined) {
          await woken;
          continue;
        }
        waiting.delete(kind);
        yield { kind };
        if (kind === 'ENDED') return;
      }
    } finally {
      stop();
    }
  }
}

function kindFor(attemptId: string, payload: string): AttemptNewsKind | null {
  if (payload === '') return 'MISSED';
  return payload.startsWith(`${attemptId} `) ? (payload.slice(attemptId.length + 1) as News) : null;
}
