import { type Answer, kindOf } from '@holdout/bank';
import { AttemptRepository, Database, type Holders, ScoreRepository } from '@holdout/persistence';
import { isMarkedWhole, type Levels, scoreRubric } from '@holdout/scoring';
import { policyOf } from '@holdout/assessment';
import { Injectable } from '@nestjs/common';
import { AppError, notFound } from '../../platform/app-error';
import { wholeItem } from './item-parts';
import { ScoreBook } from './score-book';
import { scoreItem } from './score-item';

/** Self-marking of practice answers that need a person. Self-marks do not count in skill totals. */
@Injectable()
export class SelfMark {
  constructor(
    private readonly db: Database,
    private readonly scoreBook: ScoreBook,
  ) {}

  /** Null if the holder does not have the item. BAD_INPUT if a criterion is missing or unknown. */
  async mark(itemId: string, levels: Levels, holders: Holders): Promise<'marked' | 'nothingToMark' | null> {
    const found = await this.db.repo(AttemptRepository).findItem(itemId, holders);
    if (found === null || !policyOf(found.attempt).allowsSelfMarks) return null;
    const { item, attempt } = found;
    if (item.fixedAt === null || item.fixedBy === 'revealed') return 'nothingToMark';
    const [secrets] = await this.db.repo(ScoreRepository).listSecrets([itemId]);
    if (secrets === undefined) throw new Error(`Item ${itemId} has no version.`);
    const whole = wholeItem(item, secrets);
    const byKey = scoreItem(whole, item.answer as Answer | null);
    if (byKey.pending === 0) return 'nothingToMark';
    const rubric = kindOf(whole.kind).rubricOf(whole.secret);
    if (!isMarkedWhole(rubric, levels)) throw new AppError('BAD_INPUT', 'Give each criterion one of its levels.');
    await this.db.transaction(async (tx) => {
      if (!(await tx.repo(AttemptRepository).holdToEnd(itemId, holders))) throw notFound();
      await this.scoreBook.record(tx, attempt, {
        itemId,
        responseRevision: item.revision,
        state: 'answered',
        raw: { ...byKey.raw, levels },
        earned: byKey.earned + scoreRubric(rubric, levels).earned,
        possible: byKey.possible,
        pending: 0,
        markedBy: 'self',
        misconceptions: byKey.misconceptions,
      });
    });
    return 'marked';
  }
}
