import {
  type AccountId,
  type AssessmentId,
  type AttemptId,
  AttemptRepository,
  type AttemptRow,
  type Clock,
  Database,
  PreviewRepository,
  TimeRepository,
} from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK } from '../../platform/app-options';
import { AttemptNews } from '../attempt/presence/attempt-news';

export type PreviewTimeWish = {
  readonly assessmentId: AssessmentId;
  readonly attemptId: AttemptId;
  readonly secondsLeft: number;
};

type Begun = { readonly began: Date; readonly closes: Date };

/** Shows the pages of a preview as they are later: the attempt, and its open section, are made to begin earlier. */
@Injectable()
export class PreviewTime {
  constructor(
    private readonly db: Database,
    private readonly news: AttemptNews,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Null if no such preview of the account runs. */
  async set(wish: PreviewTimeWish, accountId: AccountId): Promise<AttemptRow | null> {
    const { assessmentId, attemptId } = wish;
    const holders = [{ kind: 'account', accountId }] as const;
    return this.db.transaction(async (tx) => {
      if (!(await tx.repo(PreviewRepository).isOf(attemptId, assessmentId))) return null;
      const attempt = await tx.repo(AttemptRepository).find(attemptId, holders);
      if (attempt === null || attempt.endedAt !== null) return null;
      const clocks = await this.clocksOf(tx, attempt);
      await tx.repo(PreviewRepository).beginEarlier(attemptId, this.secondsEarlier(clocks, wish.secondsLeft));
      await tx.repo(TimeRepository).refresh(attemptId);
      await this.news.tell(tx, attemptId, 'TIME');
      return tx.repo(AttemptRepository).find(attemptId, holders);
    });
  }

  /** The clock of the attempt, and that of the section that is open. */
  private async clocksOf(tx: Database, { id, startedAt, closesAt }: AttemptRow): Promise<readonly Begun[]> {
    const sections = await tx.repo(TimeRepository).listSections([id]);
    const open = sections.filter(({ leftAt }) => leftAt === null);
    return [
      { began: startedAt, closes: closesAt },
      ...open.map((section) => ({ began: section.enteredAt, closes: section.closesAt })),
    ].filter((each): each is Begun => each.began !== null && each.closes !== null);
  }

  /** Negative to begin later, at the latest now. */
  private secondsEarlier(clocks: readonly Begun[], secondsLeft: number): number {
    const now = this.clock.now().getTime();
    const left = Math.min(...clocks.map(({ closes }) => closes.getTime())) - now;
    const used = Math.min(...clocks.map(({ began }) => now - began.getTime()));
    return Math.max(left - Math.max(0, secondsLeft) * 1000, -used) / 1000;
  }
}
