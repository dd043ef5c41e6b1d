import { type AssessmentId, type AttemptId, ReportRepository } from '@holdout/persistence';
import { Injectable } from '@nestjs/common';
import { type Actor, Acts, done, nothingDone } from '../../access/acts';
import { AttemptScores } from '../attempt/attempt-scores';
import { Mails } from '../mail/mails';

export type ReleaseOutcome =
  | { readonly kind: 'released'; readonly count: number }
  | { readonly kind: 'marksMissing'; readonly attemptIds: readonly AttemptId[] };

/** Releases reports to their candidates. */
@Injectable()
export class Release {
  constructor(
    private readonly acts: Acts,
    private readonly scores: AttemptScores,
    private readonly mails: Mails,
  ) {}

  /** Attempts that are not ended, not of the assessment or released before are left out. */
  release(
    by: Actor,
    of: {
      readonly assessmentId: AssessmentId;
      readonly attemptIds: readonly string[];
      readonly isProvisional: boolean;
    },
  ): Promise<ReleaseOutcome> {
    const { assessmentId, attemptIds, isProvisional } = of;
    return this.acts.run<ReleaseOutcome>(by, async (tx, now) => {
      const reports = tx.repo(ReportRepository);
      const locked = await reports.lockReleasable(assessmentId, attemptIds);
      const waiting = locked.filter(({ releasedAt }) => releasedAt === null);
      // An attempt from before scores were kept gets its first one now.
      for (const { attemptId, pending } of waiting) if (pending === null) await this.scores.refresh(tx, attemptId);
      const missing = waiting.filter(({ pending }) => pending === null || pending > 0);
      if (missing.length > 0 && !isProvisional)
        return nothingDone({ kind: 'marksMissing', attemptIds: missing.map(({ attemptId }) => attemptId) });
      if (waiting.length === 0) return nothingDone({ kind: 'released', count: 0 });
      await reports.release(
        waiting.map(({ attemptId }) => attemptId),
        now,
      );
      if (this.mails.isOn)
        await this.mails.queueAll(
          tx,
          waiting.flatMap(({ invitationId: subjectId, email: to }) =>
            subjectId && to
              ? [{ kind: 'reportReleased' as const, subjectId, to, organizationId: by.organizationId }]
              : [],
          ),
        );
      const [first, ...others] = waiting.map(({ attemptId: objectId }) => ({
        act: 'report.released' as const,
        objectId,
        detail: { assessmentId },
      }));
      const released = { kind: 'released', count: waiting.length } as const;
      return first === undefined ? nothingDone(released) : done(released, first, ...others);
    });
  }
}
