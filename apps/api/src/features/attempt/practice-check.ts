import { type Answer, kindOf, type Misfit } from '@holdout/bank';
import { Inject, Injectable } from '@nestjs/common';
import {
  AttemptRepository,
  type Clock,
  Database,
  type ItemInAttempt,
  newId,
  type PracticeOwner,
  ScoreRepository,
} from '@holdout/persistence';
import { shownItem, wholeItem } from './item-parts';
import { scoreItem } from './score-item';
import { CLOCK } from '../../platform/app-options';

export type CheckOutcome = 'checked' | 'nothingToCheck' | 'wrongKind' | Misfit;

/** Ends the practice of one item: checked against the key, or given up. */
@Injectable()
export class PracticeCheck {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Scores the saved answer and fixes the item, once; a fixed item stays as it is. Null for anyone else's item. */
  async check(itemId: string, owner: PracticeOwner): Promise<CheckOutcome | null> {
    const found = await this.findSingle(itemId, owner);
    if (found === null) return null;
    if (found.item.fixedAt !== null) return 'checked';
    const refused = refusalOf(found);
    if (refused !== null) return refused;
    await this.fix(itemId, owner, 'checked');
    return 'checked';
  }

  /** Fixes the item with what it has earned so far. False for anyone else's item. */
  async reveal(itemId: string, owner: PracticeOwner): Promise<boolean> {
    const found = await this.findSingle(itemId, owner);
    if (found === null) return false;
    if (found.item.fixedAt === null) await this.fix(itemId, owner, 'revealed');
    return true;
  }

  /** Quizzes show nothing before they end, so their items are not found here. */
  private async findSingle(itemId: string, owner: PracticeOwner): Promise<ItemInAttempt | null> {
    const found = await this.db.repo(AttemptRepository).findItem(itemId, owner);
    return found?.attempt.form === 'single' ? found : null;
  }

  private fix(itemId: string, owner: PracticeOwner, by: 'checked' | 'revealed'): Promise<void> {
    return this.db.transaction(async (tx) => {
      const attempts = tx.repo(AttemptRepository);
      // Read anew under the lock: an answer saved in between is the one that is scored.
      if (!(await attempts.fix(itemId, by, this.clock.now()))) return;
      const found = await attempts.findItem(itemId, owner);
      if (found === null) throw new Error(`Item ${itemId} is gone.`);
      if (isScoredHere(found.item.kind)) await this.score(tx, found, by);
      await attempts.end(found.attempt.id, 'candidate', this.clock.now());
    });
  }

  private async score(tx: Database, { item }: ItemInAttempt, by: 'checked' | 'revealed'): Promise<void> {
    const [secrets] = await tx.repo(ScoreRepository).listSecrets([item.id]);
    if (secrets === undefined) throw new Error(`Item ${item.id} has no version.`);
    // Whoever asks for the explanation first has not answered, whatever stands in the field.
    const answer = by === 'checked' ? (item.answer as Answer | null) : null;
    await tx.repo(ScoreRepository).insert({
      ...scoreItem(wholeItem(item, secrets), answer),
      id: newId(this.clock),
      itemId: item.id,
      submissionId: null,
      markedBy: 'key',
      responseRevision: item.revision,
      state: by === 'checked' ? 'answered' : 'omitted',
      at: this.clock.now(),
    });
  }
}

function isScoredHere(kind: string): boolean {
  return kindOf(kind).scoredBy !== 'submission';
}

function refusalOf({ item }: ItemInAttempt): CheckOutcome | null {
  const part = shownItem(item);
  const kind = kindOf(part.kind);
  const answer = item.answer as Answer | null;
  if (!isScoredHere(part.kind)) return 'wrongKind';
  if (answer === null || kind.isEmpty(answer)) return 'nothingToCheck';
  return kind.unreadableIn(part, answer);
}
