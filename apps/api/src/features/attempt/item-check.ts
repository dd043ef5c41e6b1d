import { type Answer, kindOf, type Misfit } from '@holdout/bank';
import { policyOf } from '@holdout/assessment';
import { Inject, Injectable } from '@nestjs/common';
import {
  AttemptRepository,
  type Clock,
  Database,
  type ItemInAttempt,
  type Holder,
  ScoreRepository,
} from '@holdout/persistence';
import { shownItem, wholeItem } from './item-parts';
import { ScoreBook } from './score-book';
import { scoreItem } from './score-item';
import { CLOCK } from '../../platform/app-options';

export type CheckOutcome = 'checked' | 'nothingToCheck' | 'wrongKind' | Misfit;

/** Ends practice of one item: checks the answer against the key or reveals the explanation. */
@Injectable()
export class ItemCheck {
  constructor(
    private readonly db: Database,
    private readonly scoreBook: ScoreBook,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Scores the saved answer and closes the item, once. Null if the holder does not have the item. */
  async check(itemId: string, holder: Holder): Promise<CheckOutcome | null> {
    const found = await this.findSingle(itemId, holder);
    if (found === null) return null;
    if (found.item.fixedAt !== null) return 'checked';
    const refused = refusalOf(found);
    if (refused !== null) return refused;
    await this.fix(itemId, holder, 'checked');
    return 'checked';
  }

  /** Closes the item with the points earned so far. False if the holder does not have the item. */
  async reveal(itemId: string, holder: Holder): Promise<boolean> {
    const found = await this.findSingle(itemId, holder);
    if (found === null) return false;
    if (found.item.fixedAt === null) await this.fix(itemId, holder, 'revealed');
    return true;
  }

  private async findSingle(itemId: string, holder: Holder): Promise<ItemInAttempt | null> {
    const found = await this.db.repo(AttemptRepository).findItem(itemId, holder);
    return found !== null && policyOf(found.attempt).endsItemByItem ? found : null;
  }

  private fix(itemId: string, holder: Holder, by: 'checked' | 'revealed'): Promise<void> {
    return this.db.transaction(async (tx) => {
      const attempts = tx.repo(AttemptRepository);
      // Read again under the row lock, so that an answer saved concurrently is scored.
      if (!(await attempts.fix(itemId, by, this.clock.now()))) return;
      const found = await attempts.findItem(itemId, holder);
      if (found === null) throw new Error(`Item ${itemId} was not found.`);
      if (isScoredHere(found.item.kind)) await this.score(tx, found, by);
      await attempts.end(found.attempt.id, 'candidate', this.clock.now());
    });
  }

  private async score(tx: Database, { item, attempt }: ItemInAttempt, by: 'checked' | 'revealed'): Promise<void> {
    const [secrets] = await tx.repo(ScoreRepository).listSecrets([item.id]);
    if (secrets === undefined) throw new Error(`Item ${item.id} has no version.`);
    // Revealing the explanation first counts as no answer, even if one was saved.
    const answer = by === 'checked' ? (item.answer as Answer | null) : null;
    await this.scoreBook.record(tx, attempt, {
      ...scoreItem(wholeItem(item, secrets), answer),
      itemId: item.id,
      markedBy: 'key',
      responseRevision: item.revision,
      state: by === 'checked' ? 'answered' : 'omitted',
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
