import { randomBytes } from 'node:crypto';
import {
  type AssessmentContent,
  checkDraft,
  DRAWING_ISSUES,
  type DraftIssue,
  type DrawnQuestion,
  drawQuestions,
  PRACTICE_DATA_SCOPE,
} from '@holdout/assessment';
import { rngOf } from '@holdout/bank';
import { sha256 } from '@holdout/bank-files';
import { JobQueue } from '@holdout/job-queue';
import {
  type AccountId,
  type AssessmentId,
  AssessmentRepository,
  type AssessmentRow,
  type AssessmentVersionId,
  AssessmentVersionRepository,
  AttemptRepository,
  type AttemptRow,
  type Clock,
  Database,
  PreviewRepository,
  TakingRepository,
} from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { AppError, notFound } from '../../platform/app-error';
import { CLOCK } from '../../platform/app-options';
import { RateLimits } from '../../platform/access/rate-limits';
import { itemsOfDrawn, newAttempt, startClock } from '../attempt/begin-attempt';
import { PROGRAM_KINDS } from '../attempt/draw';
import { Blueprints } from './blueprints';
import { freeze } from './freeze';

export type PreviewWish = {
  readonly assessmentId: AssessmentId;
  /** The current draft if null. */
  readonly versionId: AssessmentVersionId | null;
  /** A random draw if null. */
  readonly seed: string | null;
  readonly extraTime: number;
  readonly breakSeconds: number;
};

export type PreviewOutcome =
  | { readonly kind: 'started'; readonly attempt: AttemptRow }
  | { readonly kind: 'notPublishable'; readonly issues: readonly DraftIssue[] }
  /** The versions whose variants or practice cases do not exist yet. */
  | { readonly kind: 'notReady'; readonly versionIds: readonly string[] };

type Begun = { readonly assessment: AssessmentRow; readonly content: AssessmentContent; readonly accountId: AccountId };

const STARTS = { limit: 120, windowSeconds: 3600 } as const;
const LIVES_MS = 24 * 60 * 60_000;
const BATCH = 50;

/**
 * Lets a member take an assessment as a candidate does, from the draft or a published version. The attempt is held by the
 * member's account, has the purpose `preview`, is graded on the hidden data of practice and counts in no figure. A
 * background job deletes it after a day.
 */
@Injectable()
export class AssessmentPreview {
  constructor(
    private readonly db: Database,
    private readonly blueprints: Blueprints,
    private readonly limits: RateLimits,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async start(wish: PreviewWish, accountId: AccountId): Promise<PreviewOutcome> {
    await this.limits.take(`preview:${accountId}`, STARTS);
    return this.db.transaction(async (tx) => {
      const assessment = await tx.repo(AssessmentRepository).get(wish.assessmentId);
      const found = await this.contentOf(tx, assessment, wish.versionId);
      if ('issues' in found) return { kind: 'notPublishable', issues: found.issues };
      return this.begin(tx, { assessment, content: found.content, accountId }, wish);
    });
  }

  /** Deletes previews that were begun more than a day ago. */
  async deleteOld(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - LIVES_MS);
    let deleted = BATCH;
    while (deleted === BATCH) {
      deleted = await this.db.transaction(async (tx) => {
        const ids = await tx.repo(PreviewRepository).lockOlder(before, BATCH);
        await tx.repo(JobQueue).forget([...(await tx.repo(PreviewRepository).listJobs(ids))]);
        await tx.repo(PreviewRepository).delete(ids);
        return ids.length;
      });
    }
  }

  /** Of a draft only the issues count that keep its questions from being drawn. */
  private async contentOf(
    tx: Database,
    assessment: AssessmentRow,
    versionId: AssessmentVersionId | null,
  ): Promise<{ readonly content: AssessmentContent } | { readonly issues: readonly DraftIssue[] }> {
    if (versionId !== null) {
      const version = await tx.repo(AssessmentVersionRepository).get(versionId);
      if (version.assessmentId !== assessment.id) throw notFound();
      return { content: version.content };
    }
    const draft = await tx.repo(AssessmentRepository).getDraft(assessment.id);
    const blueprint = await this.blueprints.readIn(tx, assessment.organizationId);
    const issues = checkDraft(draft, blueprint.bank).issues.filter(({ code }) => DRAWING_ISSUES.includes(code));
    return issues.length > 0 ? { issues } : freeze(tx, { ...assessment, draft }, blueprint);
  }

  private async begin(tx: Database, begun: Begun, wish: PreviewWish): Promise<PreviewOutcome> {
    const { content, accountId, assessment } = begun;
    const seed = wish.seed === null ? randomBytes(32).toString('hex') : sha256(`preview ${wish.seed}`);
    const drawn = drawQuestions({ sections: content.sections, rng: rngOf(seed), seen: new Set() });
    const { items, missing } = await this.itemsOf(tx, drawn, seed);
    if (missing.length > 0) return { kind: 'notReady', versionIds: missing };
    const what = { purpose: 'preview', form: 'assessment' } as const;
    const attempt = newAttempt(this.clock, { ...what, accountId, organizationId: assessment.organizationId, seed });
    if (!(await tx.repo(AttemptRepository).insert(attempt, items))) throw new AppError('UNAUTHENTICATED');
    const { id: attemptId, startedAt } = attempt;
    await tx.repo(PreviewRepository).insert({ attemptId, assessmentId: assessment.id, content, createdAt: startedAt });
    const { extraTime, breakSeconds } = wish;
    const { minutes, sections } = content;
    const allowed = { minutes, sections, extraTime, breakSeconds, chosenBy: accountId };
    await startClock(tx, this.clock, attempt, allowed);
    const stored = await tx.repo(AttemptRepository).find(attemptId, [{ kind: 'account', accountId }]);
    if (stored === null) throw notFound();
    return { kind: 'started', attempt: stored };
  }

  private async itemsOf(tx: Database, drawn: readonly DrawnQuestion[], seed: string) {
    const ids = drawn.map(({ questionVersionId }) => questionVersionId);
    const items = await itemsOfDrawn(tx, this.clock, drawn, seed);
    const unprepared = await tx
      .repo(TakingRepository)
      .listUnprepared(ids, { kinds: PROGRAM_KINDS, scope: PRACTICE_DATA_SCOPE });
    const undrawn = ids.filter((_, index) => (items[index] ?? null) === null);
    const missing = [...new Set([...undrawn, ...unprepared])];
    return { items: items.filter((item) => item !== null), missing };
  }
}
