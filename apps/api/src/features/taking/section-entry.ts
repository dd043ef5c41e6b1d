import { policyOf } from '@holdout/assessment';
import {
  AttemptRepository,
  type AttemptRow,
  type Clock,
  Database,
  type Holders,
  TimeRepository,
} from '@holdout/persistence';
import { enterSection } from '@holdout/timing';
import { Inject, Injectable } from '@nestjs/common';
import type { SectionClosedReason } from '../../generated/resolvers';
import { notFound } from '../../platform/app-error';
import { CLOCK } from '../../platform/app-options';
import { takesAnswers } from '../attempt/attempt.service';
import { AttemptNews } from '../attempt/presence/attempt-news';

export type EntryOutcome =
  | { readonly kind: 'entered'; readonly attempt: AttemptRow }
  | { readonly kind: 'attemptClosed'; readonly closedAt: Date }
  | { readonly kind: 'refused'; readonly reason: SectionClosedReason };

const REFUSED = { closed: 'CLOSED', outOfOrder: 'OUT_OF_ORDER' } as const;

/** Enters timed sections: the rule is `enterSection` of `@holdout/timing`. */
@Injectable()
export class SectionEntry {
  constructor(
    private readonly db: Database,
    private readonly news: AttemptNews,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  enter(attemptId: string, sectionId: string, holders: Holders): Promise<EntryOutcome> {
    return this.db.transaction(async (tx) => {
      if ((await tx.repo(AttemptRepository).find(attemptId, holders)) === null) throw notFound();
      const attempt = await tx.repo(AttemptRepository).getForUpdate(attemptId);
      const now = this.clock.now();
      if (!takesAnswers(attempt, now)) {
        return { kind: 'attemptClosed', closedAt: attempt.endedAt ?? attempt.closesAt ?? now };
      }
      const sections = await tx.repo(TimeRepository).listSections([attemptId]);
      const entering = enterSection(sections, sectionId, { mayGoBack: policyOf(attempt).mayGoBack, now });
      if (entering === null) return { kind: 'refused', reason: 'NO_CLOCK' };
      if (entering.kind === 'again') return { kind: 'entered', attempt };
      if (entering.kind !== 'enter') return { kind: 'refused', reason: REFUSED[entering.kind] };
      const leaves = entering.leaves.map(({ id }) => id);
      await tx.repo(TimeRepository).enter(attemptId, sectionId, { leaves, now });
      await this.news.tell(tx, attemptId, 'TIME');
      return { kind: 'entered', attempt };
    });
  }
}
