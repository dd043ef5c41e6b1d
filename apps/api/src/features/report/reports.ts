import { policyOf, seenByMember, timeShares } from '@holdout/assessment';
import {
  type AttemptRow,
  AttemptScoreRepository,
  type AttemptScoreRow,
  Database,
  type ItemRow,
  type ItemScoreRow,
  type ReportHead,
  ReportRepository,
  type ReviewerNote,
  ScoreRepository,
  SubmissionRepository,
} from '@holdout/persistence';
import { normGroupOf } from '@holdout/measurement';
import { type ItemPoints, standingScore } from '@holdout/scoring';
import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../access/context';
import { notFound } from '../../platform/app-error';
import { AttemptEnd } from '../attempt/attempt-end';
import { attemptById, itemsOfAttempt } from '../attempt/attempt.loader';
import { formHash } from '../attempt/cohort-entry';
import { CohortStatistics } from '../cohort/cohort-statistics';
import { submissionsOfItem } from '../submission/submission.loader';
import { type Figures, figuresOf } from './report-figures';
import { withoutTimes } from './shown-times';

export type ReportRow = ReportHead &
  Figures & {
    readonly attempt: AttemptRow;
    readonly score: AttemptScoreRow;
    readonly passLine: number | null;
    readonly items: readonly ReportItemRow[];
    readonly showsKeys: boolean;
  };

export type ReportItemRow = {
  readonly points: ItemPoints;
  readonly title: string;
  readonly sectionTitle: string;
  readonly skillNames: readonly string[];
  readonly timeShare: number | null;
  /** The score that counts; null while nothing was scored. */
  readonly standing: ItemScoreRow | null;
  readonly notes: readonly ReviewerNote[];
  readonly item: ItemRow;
};

/** Puts reports of attempts together, for members whose membership the access table has checked. */
@Injectable()
export class Reports {
  constructor(
    private readonly db: Database,
    private readonly attemptEnd: AttemptEnd,
    private readonly cohorts: CohortStatistics,
  ) {}

  /** Null while the attempt runs, and before it is scored. */
  async find(attemptId: string, ctx: Ctx, showsKeys: boolean): Promise<ReportRow | null> {
    const reports = this.db.repo(ReportRepository);
    const [found, head] = await Promise.all([reports.findAttempt(attemptId), reports.findHead(attemptId)]);
    if (found === null || head === null) throw notFound();
    const attempt = await this.attemptEnd.endIfOverdue(found);
    const score = await this.db.repo(AttemptScoreRepository).find(attemptId);
    if (attempt.endedAt === null || score === null) return null;
    const items = await this.open(attempt, ctx, showsKeys);
    const names = await this.namesOf(score);
    const { passLine: share } = head.content;
    const passLine = share === null ? null : 100 * share;
    const figures = figuresOf({ items: score.items, passLine, ...(await this.groupOf(score)) }, names.ofSkill);
    const rows = await this.itemRows({ attempt, score, head, items, names });
    return { ...head, ...figures, attempt, score, passLine, items: rows, showsKeys };
  }

  /** What is known from those who had the same form: how large errors are in it, and their scores. */
  private async groupOf({ assessmentId, items }: AttemptScoreRow) {
    const sums = await this.cohorts.of(assessmentId);
    const form = formHash(items);
    return { scale: sums.scaleOf(form), norm: normGroupOf(sums.scoresOf(form)) };
  }

  /** Lets the resolvers of attempts show this one to the member, in this request only. */
  private async open(attempt: AttemptRow, ctx: Ctx, showsKeys: boolean): Promise<readonly ItemRow[]> {
    const seen = seenByMember(attempt, showsKeys);
    ctx.loaders.of(attemptById).prime(attempt.id, seen);
    const found = await ctx.loaders.of(itemsOfAttempt).load(attempt.id);
    const sent = showsKeys ? await this.db.repo(SubmissionRepository).listOfAttempt(attempt.id) : [];
    for (const { id } of found) {
      const own = sent.filter(({ itemId }) => itemId === id);
      const shown = own.map((each) => ({ ...each, attempt: seenByMember(each.attempt, showsKeys) }));
      ctx.loaders.of(submissionsOfItem).prime(id, shown);
    }
    return showsKeys ? found : found.map((item) => withoutTimes(item, attempt.endedAt ?? attempt.startedAt));
  }

  private async namesOf({ items }: AttemptScoreRow) {
    const reports = this.db.repo(ReportRepository);
    const [titles, skills] = await Promise.all([
      reports.listTitles(items.map(({ questionVersionId }) => questionVersionId)),
      reports.listSkills([...new Set(items.flatMap((item) => item.skills))]),
    ]);
    const titleById = new Map(titles.map(({ id, title }) => [id, title]));
    const skillById = new Map(skills.map(({ id, name }) => [id, name]));
    return {
      ofVersion: (id: string) => titleById.get(id) ?? '',
      ofSkill: (id: string) => skillById.get(id) ?? id,
    };
  }

  private async itemRows(of: {
    readonly attempt: AttemptRow;
    readonly score: AttemptScoreRow;
    readonly head: ReportHead;
    readonly items: readonly ItemRow[];
    readonly names: { readonly ofVersion: (id: string) => string; readonly ofSkill: (id: string) => string };
  }): Promise<readonly ReportItemRow[]> {
    const { attempt, score, head, items, names } = of;
    const reports = this.db.repo(ReportRepository);
    const [signals, notes, scores] = await Promise.all([
      reports.listSignals(attempt.id),
      reports.listNotes(attempt.id),
      this.db.repo(ScoreRepository).list(items.map(({ id }) => id)),
    ]);
    const shares = timeShares(signals);
    const byItem = Map.groupBy(scores, ({ itemId }) => itemId);
    const sections = new Map(head.content.sections.map(({ id, title }) => [id, title]));
    const { countedSubmission } = policyOf(attempt);
    return score.items.flatMap((points) => {
      const item = items.find(({ id }) => id === points.itemId);
      if (item === undefined) return [];
      return {
        points,
        item,
        title: names.ofVersion(points.questionVersionId),
        sectionTitle: sections.get(points.sectionId ?? '') ?? '',
        skillNames: points.skills.map(names.ofSkill),
        timeShare: shares.size === 0 ? null : (shares.get(points.itemId) ?? 0),
        standing: standingScore(byItem.get(points.itemId) ?? [], countedSubmission),
        notes: notes.filter(({ itemId }) => itemId === points.itemId),
      };
    });
  }
}
