import { createHash } from 'node:crypto';
import type { RubricSecret } from '@holdout/bank';
import {
  type AccountId,
  type Clock,
  Database,
  ReviewCalibrationRepository,
  ReviewPlanRepository,
  type ReviewQueueRow,
} from '@holdout/persistence';
import { isMarkedWhole, type Levels } from '@holdout/scoring';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK } from '../../platform/app-options';
import { criteriaOf, rubricVersions } from './rubric-of';

/** An answer of the calibration set; its id says nothing about its levels. */
export type CalibrationEntry = {
  readonly id: string;
  /** The text of a sample, or the item whose answer it is. */
  readonly shows: { readonly text: string } | { readonly itemId: string };
  readonly agreed: Levels;
  readonly reason: string;
};

export type CalibrationTask = { readonly entry: CalibrationEntry; readonly number: number; readonly total: number };

/** The counts that say how far a reviewer agrees. */
export type Agreement = { readonly n: number; readonly exact: number; readonly adjacent: number };

export type Calibrated = {
  readonly entry: CalibrationEntry;
  readonly levels: Levels;
  readonly agreement: Agreement;
  readonly left: number;
};

const SAMPLES = ['strong', 'middling', 'weak'] as const;

/** Before the answers of candidates a reviewer marks answers whose levels are agreed on, and sees those after each. */
@Injectable()
export class Calibrating {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What the reviewer marks next of the set; null once it is done, and where it was switched off. */
  async next(queue: ReviewQueueRow, accountId: AccountId): Promise<CalibrationTask | null> {
    const plan = await this.db.repo(ReviewPlanRepository).get(queue.assessmentId);
    if (!plan.calibrates) return null;
    const entries = await this.entriesOf(queue);
    const marks = await this.db.repo(ReviewCalibrationRepository).listMarks(queue, accountId);
    const open = entries.filter(({ id }) => !marks.some(({ answer }) => answer === id));
    const [entry] = open;
    return entry === undefined ? null : { entry, number: entries.length - open.length + 1, total: entries.length };
  }

  /** Null if the set has no such answer, or a criterion has no level. */
  async mark(queue: ReviewQueueRow, id: string, levels: Levels, accountId: AccountId): Promise<Calibrated | null> {
    const versionOf = await rubricVersions(this.db, [queue.rubricVersionId]);
    if (!isMarkedWhole(criteriaOf(versionOf(queue.rubricVersionId)), levels)) return null;
    const entries = await this.entriesOf(queue);
    const entry = entries.find((each) => each.id === id);
    if (entry === undefined) return null;
    const calibration = this.db.repo(ReviewCalibrationRepository);
    await calibration.mark(queue, { accountId, answer: id, levels, at: this.clock.now() });
    const marks = new Map((await calibration.listMarks(queue, accountId)).map((each) => [each.answer, each.levels]));
    const left = entries.filter((each) => !marks.has(each.id)).length;
    return { entry, levels: marks.get(id) ?? levels, agreement: agreementOf(entries, marks), left };
  }

  private async entriesOf(queue: ReviewQueueRow): Promise<readonly CalibrationEntry[]> {
    const versionOf = await rubricVersions(this.db, [queue.rubricVersionId]);
    const { samples } = versionOf(queue.rubricVersionId).secretPart as Partial<RubricSecret>;
    const idOf = (name: string) => createHash('sha256').update(`${queue.id} ${name}`).digest('hex').slice(0, 16);
    const own = SAMPLES.flatMap((name): CalibrationEntry[] => {
      const sample = samples?.[name];
      if (sample === undefined) return [];
      return [{ id: idOf(name), shows: { text: sample.text }, agreed: sample.levels, reason: '' }];
    });
    const criteria = criteriaOf(versionOf(queue.rubricVersionId));
    const chosen = await this.db.repo(ReviewCalibrationRepository).listAnswers(queue.id);
    // Levels of an earlier rubric agree on nothing by this one.
    const current = chosen.filter(({ levels }) => criteria.every(({ id }) => Object.hasOwn(levels, id)));
    const added = current.map(({ itemId, levels: agreed, reason }) => ({
      id: idOf(itemId),
      shows: { itemId },
      agreed,
      reason,
    }));
    return [...own, ...added].sort((a, b) => (a.id < b.id ? -1 : 1));
  }
}

function agreementOf(entries: readonly CalibrationEntry[], marks: ReadonlyMap<string, Levels>): Agreement {
  const gaps = entries.flatMap(({ id, agreed }) =>
    Object.entries(marks.get(id) ?? {}).map(([criterion, level]) => Math.abs(level - (agreed[criterion] ?? level))),
  );
  const within = (most: number): number => gaps.filter((gap) => gap <= most).length;
  return { n: gaps.length, exact: within(0), adjacent: within(1) };
}
