import { decides } from '@holdout/assessment';
import {
  AttemptRepository,
  type Clock,
  Database,
  newId,
  ReviewDisagreementRepository,
  type ReviewQueueRow,
} from '@holdout/persistence';
import { isMarkedWhole, type Levels } from '@holdout/scoring';
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Acts, done, nothingDone } from '../../access/acts';
import { CLOCK } from '../../platform/app-options';
import { criteriaOf, rubricVersions } from './rubric-of';
import { Settling } from './settling';

export type Resolution = { readonly disagreementId: string; readonly levels: Levels; readonly reason: string };

/** Whether it was decided; `closed` if it is not open, or not for this reviewer to decide. */
export type ResolveOutcome = 'decided' | 'proposed' | 'closed' | 'notWhole';

/** Reviewers decide disagreements between two marks. */
@Injectable()
export class Resolving {
  constructor(
    private readonly db: Database,
    private readonly acts: Acts,
    private readonly settling: Settling,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async resolve(queue: ReviewQueueRow, given: Resolution, by: Actor): Promise<ResolveOutcome> {
    const { accountId } = by;
    const versionOf = await rubricVersions(this.db, [queue.rubricVersionId]);
    if (!isMarkedWhole(criteriaOf(versionOf(queue.rubricVersionId)), given.levels)) return 'notWhole';
    const open = accountId && (await this.db.repo(ReviewDisagreementRepository).listOpen(queue.id, accountId));
    const found = (open || []).find(({ id }) => id === given.disagreementId);
    if (found === undefined || accountId === null) return 'closed';
    return this.acts.run<ResolveOutcome>(by, async (tx, at) => {
      // Every transaction that scores locks the attempt before anything below it.
      await tx.repo(AttemptRepository).getForUpdate(found.attemptId);
      const disagreements = tx.repo(ReviewDisagreementRepository);
      const held = await disagreements.hold(queue.id, found.id);
      if (held === null) return nothingDone<ResolveOutcome>('closed');
      const two = (await disagreements.listPositions(held.id)).map(({ accountId: reviewerId, levels, proposed }) => ({
        reviewerId,
        levels: proposed ?? levels,
      }));
      const isDecision = decides({ reviewerId: accountId, levels: given.levels }, two);
      const { levels, reason } = given;
      const id = newId<string>(this.clock);
      await disagreements.insertResolution({ id, disagreementId: held.id, accountId, levels, reason, isDecision, at });
      const trace = { objectId: held.id, detail: { assessmentId: queue.assessmentId } };
      if (!isDecision) return done<ResolveOutcome>('proposed', { act: 'review.resolution_proposed', ...trace });
      await disagreements.resolve(held.id, levels, at);
      await this.settling.settle(tx, held.attemptId);
      return done<ResolveOutcome>('decided', { act: 'review.disagreement_resolved', ...trace });
    });
  }
}
