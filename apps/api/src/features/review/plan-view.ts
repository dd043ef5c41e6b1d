import type { RubricChange as Change } from '@holdout/assessment';
import type { Answer } from '@holdout/bank';
import {
  type AssessmentId,
  type Clock,
  Database,
  type MarkedAnswerRow,
  type OrganizationId,
  type QueueProgressRow,
  type ReviewerLoadRow,
  ReviewPlanRepository,
  type ReviewPlanRow,
  ReviewQueueRepository,
  type ReviewQueueRow,
} from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { MarkedAnswer, ReviewPlan, ReviewProgress, RubricChange, SecondMarks } from '../../generated/resolvers';
import { CLOCK } from '../../platform/app-options';
import { kindView } from '../question-bank/kind-names';
import { levelsView } from './marking-view';
import { rubricDifferences } from './planning';

export const SECOND_MARKS: Readonly<Record<SecondMarks, ReviewPlanRow['secondMarks']>> = {
  NONE: 'none',
  ALL: 'all',
  SHARE: 'share',
  NEAR_PASS: 'nearPass',
};
const SHOWN = Object.fromEntries(Object.entries(SECOND_MARKS).map(([shown, stored]) => [stored, shown])) as Readonly<
  Record<ReviewPlanRow['secondMarks'], SecondMarks>
>;

/** The plan of an assessment with how far its marking has come, for managers. */
@Injectable()
export class ReviewPlans {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async view(organizationId: OrganizationId, assessmentId: AssessmentId): Promise<ReviewPlan> {
    const plans = this.db.repo(ReviewPlanRepository);
    const { secondMarks, ...plan } = await plans.get(assessmentId);
    const reviewers = (await plans.listReviewers(organizationId)).map(({ accountId: id, name }) => ({ id, name }));
    return { ...plan, secondMarks: SHOWN[secondMarks], reviewers, queues: await this.progressOf(assessmentId) };
  }

  private async progressOf(assessmentId: AssessmentId): Promise<ReviewProgress[]> {
    const [repository, now] = [this.db.repo(ReviewQueueRepository), this.clock.now()];
    const queues = await repository.listOfAssessment(assessmentId);
    const ids = queues.map(({ id }) => id);
    const progress = new Map((await repository.listProgress(ids, now)).map((row) => [row.queueId, row]));
    const loads = Map.groupBy(await repository.listLoads(ids, now), ({ queueId }) => queueId);
    return Promise.all(
      queues.flatMap((queue) => {
        const row = progress.get(queue.id);
        return row === undefined ? [] : [this.viewOf(queue, row, loads.get(queue.id) ?? [])];
      }),
    );
  }

  private async viewOf(
    { id, title, kind, round, versionId, rubricVersionId }: ReviewQueueRow,
    { queueId: _, second, ...counts }: QueueProgressRow,
    loads: readonly ReviewerLoadRow[],
  ): Promise<ReviewProgress> {
    const current = await this.db.repo(ReviewPlanRepository).currentVersion(versionId);
    const changes = await rubricDifferences(this.db, rubricVersionId, current);
    return {
      ...{ id, title, kind: kindView(kind), round, ...counts, secondMarks: second },
      loads: loads.map(({ accountId, name, open, done }) => ({ reviewer: { id: accountId, name }, open, done })),
      rubricChanges: changes.map(changeView),
    };
  }
}

function changeView(change: Change): RubricChange {
  switch (change.kind) {
    case 'added':
    case 'removed': {
      const { id, title, levels } = change.criterion;
      const text = levels.join('\n');
      const [before, after] = change.kind === 'added' ? [null, text] : [text, null];
      return { kind: change.kind === 'added' ? 'ADDED' : 'REMOVED', criterion: id, title, level: null, before, after };
    }
    case 'level': {
      const { id: criterion, level, before, after } = change;
      return { kind: 'LEVEL', criterion, title: criterion, level, before, after };
    }
    case 'title':
    case 'weight': {
      const { id: criterion, before, after } = change;
      const kind = change.kind === 'title' ? 'TITLE' : 'WEIGHT';
      return { kind, criterion, title: criterion, level: null, before: String(before), after: String(after) };
    }
  }
}

const EXCERPT = 160;

export const markedAnswerView = ({ taskId, answer, levels, isInCalibration }: MarkedAnswerRow): MarkedAnswer => ({
  taskId,
  excerpt: textOf(answer as Answer).slice(0, EXCERPT),
  levels: levelsView(levels),
  isInCalibration,
});

function textOf(answer: Answer): string {
  switch (answer.kind) {
    case 'scenario':
      return answer.texts.map(({ text }) => text).join(' ');
    case 'design':
      return Object.values(answer.blocks).join(' ');
    case 'text':
      return answer.text;
    default:
      return '';
  }
}
