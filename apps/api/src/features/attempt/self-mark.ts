import { type Answer, kindOf } from '@holdout/bank';
import {
  AttemptRepository,
  type Clock,
  Database,
  newId,
  type PracticeOwner,
  ScoreRepository,
} from '@holdout/persistence';
import { isMarkedWhole, type Levels, scoreRubric } from '@holdout/scoring';
import { Inject, Injectable } from '@nestjs/common';
import { AppError } from '../../platform/app-error';
import { CLOCK } from '../../platform/app-options';
import { wholeItem } from './item-parts';
import { scoreItem } from './score-item';

/** Lets people mark their own practice where only a person can tell. Such marks count in no total of a skill. */
@Injectable()
export class SelfMark {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Null for anyone else's item. Marks that leave a criterion out, or name another, are bad input. */
  async mark(itemId: string, levels: Levels, owner: PracticeOwner): Promise<'marked' | 'nothingToMark' | null> {
    const found = await this.db.repo(AttemptRepository).findItem(itemId, owner);
    if (found === null) return null;
    const { item } = found;
    if (item.fixedAt === null || item.fixedBy === 'revealed') return 'nothingToMark';
    const scores = this.db.repo(ScoreRepository);
    const [secrets] = await scores.listSecrets([itemId]);
    if (secrets === undefined) throw new Error(`Item ${itemId} has no version.`);
    const whole = wholeItem(item, secrets);
    const byKey = scoreItem(whole, item.answer as Answer | null);
    if (byKey.pending === 0) return 'nothingToMark';
    const rubric = kindOf(whole.kind).rubricOf(whole.secret);
    if (!isMarkedWhole(rubric, levels)) throw new AppError('BAD_INPUT', 'Give each criterion one of its levels.');
    await scores.insert({
      id: newId(this.clock),
      itemId,
      submissionId: null,
      responseRevision: item.revision,
      state: 'answered',
      raw: { ...byKey.raw, levels },
      earned: byKey.earned + scoreRubric(rubric, levels).earned,
      possible: byKey.possible,
      pending: 0,
      markedBy: 'self',
      misconceptions: byKey.misconceptions,
      at: this.clock.now(),
    });
    return 'marked';
  }
}
