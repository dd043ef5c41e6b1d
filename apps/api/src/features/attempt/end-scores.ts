import { policyOf } from '@holdout/assessment';
import { type Answer, kindOf } from '@holdout/bank';
import { type AttemptRow, type Database, type ItemRow, ScoreRepository } from '@holdout/persistence';
import { Injectable } from '@nestjs/common';
import { ReviewTasks } from '../review/review-tasks';
import { AttemptScores } from './attempt-scores';
import { wholeItem } from './item-parts';
import { ScoreBook } from './score-book';
import { scoreItem } from './score-item';

/** The scores with which an attempt ends, and the marks that people are asked for. */
@Injectable()
export class EndScores {
  constructor(
    private readonly scoreBook: ScoreBook,
    private readonly attemptScores: AttemptScores,
    private readonly reviewTasks: ReviewTasks,
  ) {}

  /** Scores items that no submission scores. A `rescore` replaces the scores before it. */
  async record(
    tx: Database,
    attempt: AttemptRow,
    items: readonly ItemRow[],
    markedBy: 'key' | 'rescore' = 'key',
  ): Promise<void> {
    const ids = items.map((item) => item.id);
    const secrets = new Map((await tx.repo(ScoreRepository).listSecrets(ids)).map((row) => [row.itemId, row]));
    const forPeople: ItemRow[] = [];
    for (const item of items) {
      const secret = secrets.get(item.id);
      if (secret === undefined) throw new Error(`Item ${item.id} has no version.`);
      const scored = scoreItem(wholeItem(item, secret), item.answer as Answer | null);
      if (scored.pending > 0) forPeople.push(item);
      await this.scoreBook.record(tx, attempt, {
        ...scored,
        itemId: item.id,
        markedBy,
        responseRevision: item.revision,
        state: stateOf(item),
      });
    }
    await this.reviewTasks.open(tx, attempt, forPeople);
  }

  /** Adds up what the organization's report says. Called once the attempt has ended. */
  async addUp(tx: Database, attempt: AttemptRow): Promise<void> {
    if (policyOf(attempt).hasReport) await this.attemptScores.refresh(tx, attempt.id);
  }
}

/** Omitted (shown, not answered) and not reached differ: only omitted says something about the item. */
function stateOf(item: ItemRow): 'answered' | 'omitted' | 'notReached' {
  if (item.answer !== null && !kindOf(item.kind).isEmpty(item.answer as Answer)) return 'answered';
  return item.presentedAt === null ? 'notReached' : 'omitted';
}
