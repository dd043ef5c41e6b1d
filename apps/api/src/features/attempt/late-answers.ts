import { policyOf } from '@holdout/assessment';
import {
  AttemptRepository,
  type Clock,
  Database,
  type Holders,
  type KeepOutcome,
  LateAnswerRepository,
  type LateAnswerId,
} from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK } from '../../platform/app-options';

export type LateAnswer = {
  readonly id: string;
  readonly itemId: string;
  readonly basedOn: number;
  readonly answer: object;
};

/** Keeps answers to closed items apart, where the policy says so: a laptop may have been offline when the time was up. */
@Injectable()
export class LateAnswers {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Null if the holder does not have the item. */
  async keep(
    holders: Holders,
    late: LateAnswer,
    closedAt: Date,
  ): Promise<KeepOutcome | { readonly kind: 'notKept' } | null> {
    const found = await this.db.repo(AttemptRepository).findItem(late.itemId, holders);
    if (found === null) return null;
    if (!policyOf(found.attempt).keepsLateAnswers) return { kind: 'notKept' };
    const answer = { ...late, id: late.id as LateAnswerId, closedAt, arrivedAt: this.clock.now() };
    return this.db.transaction((tx) => tx.repo(LateAnswerRepository).keep(holders, answer));
  }
}
