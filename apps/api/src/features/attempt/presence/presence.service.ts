import {
  type AttemptRow,
  type Clock,
  Database,
  type Holders,
  keyOf,
  PresenceRepository,
  type SessionId,
} from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { Pacer } from '../../../platform/access/pacer';
import { CLOCK } from '../../../platform/app-options';
import { AttemptService } from '../attempt.service';
import { AttemptNews } from './attempt-news';

/** A page sends one heartbeat in 15 seconds, and a few more when it comes back to the front. */
const RHYTHM = { burst: 30, perSecond: 2, mostWaiting: 10 } as const;

export type Heartbeat = {
  readonly attemptId: string;
  readonly clientId: string;
  readonly itemId: string | null;
  readonly takesOver: boolean;
  /** The sessions of the request: of a person, of a candidate, or of both. */
  readonly sessions: readonly SessionId[];
};

export type HeartbeatOutcome = {
  readonly attempt: AttemptRow;
  readonly isLive: boolean;
  readonly liveSince: Date | null;
  readonly isLiveInThisBrowser: boolean;
};

/** Keeps which pages have an attempt open, and which of them is the one to write on. */
@Injectable()
export class PresenceService {
  private readonly pacer = new Pacer(RHYTHM);

  constructor(
    private readonly db: Database,
    private readonly attempts: AttemptService,
    private readonly news: AttemptNews,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Null if the holder does not have the attempt. */
  async beat(holders: Holders, { sessions, ...heartbeat }: Heartbeat): Promise<HeartbeatOutcome | null> {
    await this.pacer.turn(holders.map(keyOf).join(' '));
    const attempt = await this.attempts.find(heartbeat.attemptId, holders);
    if (attempt === null) return null;
    if (attempt.endedAt !== null) return { attempt, isLive: false, liveSince: null, isLiveInThisBrowser: false };
    const sessionId = sessions[0] ?? null;
    const presence = await this.db.repo(PresenceRepository).beat({ ...heartbeat, sessionId }, this.clock.now());
    if (presence === null) return null;
    const { isLive, liveSince, liveSessionId, hasTakenOver } = presence;
    if (hasTakenOver) await this.news.tell(this.db, attempt.id, 'TAKEN_OVER');
    return {
      attempt,
      isLive,
      liveSince,
      isLiveInThisBrowser: liveSessionId !== null && sessions.includes(liveSessionId),
    };
  }
}
