import { type Answer, kindOf, type Misfit } from '@holdout/bank';
import { policyOf } from '@holdout/assessment';
import { Inject, Injectable } from '@nestjs/common';
import {
  AttemptRepository,
  type Clock,
  Database,
  type ItemInAttempt,
  type Holders,
  ScoreRepository,
} from '@holdout/persistence';
import { refuseStale, unlessStale } from './answered-meanwhile';
import { shownItem, wholeItem } from './item-parts';
import { isStale } from './response-view';
import { ScoreBook } from './score-book';
import { scoreItem } from './score-item';
import { notFound } from '../../platform/app-error';
import { CLOCK } from '../../platform/app-options';

export type CheckOutcome = 'checked' | 'nothingToCheck' | 'wrongKind' | 'stale' | Misfit;

type Ending = { readonly itemId: string; readonly revision: number; readonly by: 'checked' | 'revealed' };

/** Ends practice of one item: checks the answer against the key or reveals the explanation. */
@Injectable()
export class ItemCheck {
  constructor(
    private readonly db: Database,
    private readonly scoreBook: ScoreBook,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Scores the saved answer and closes the item, once, if the client has seen that answer: `revision`. Null if the holder
   * does not have the item.
   */
  async check(itemId: string, revision: number, holders: Holders): Promise<CheckOutcome | null> {
    const found = await this.findSingle(itemId, holders);
    if (found === null) return null;
    if (found.item.fixedAt !== null) return 'checked';
    if (isStale(found.item, revision)) return 'stale';
    const refused = refusalOf(found);
    if (refused !== null) return refused;
    return (await this.fix({ itemId, revision, by: 'checked' }, holders)) ? 'checked' : 'stale';
  }

  /** Closes the item with the points earned so far. Null if the holder does not have the item. */
  async reveal(itemId: string, revision: number, holders: Holders): Promise<'revealed' | 'stale' | null> {
    const found = await this.findSingle(itemId, holders);
    if (found === null) return null;
    if (found.item.fixedAt !== null) return 'revealed';
    return (await this.fix({ itemId, revision, by: 'revealed' }, holders)) ? 'revealed' : 'stale';
  }

  private async findSingle(itemId: string, holders: Holders): Promise<ItemInAttempt | null> {
    const found = await this.db.repo(AttemptRepository).findItem(itemId, holders);
    return found !== null && policyOf(found.attempt).endsItemByItem ? found : null;
  }

  /** False if another answer was saved meanwhile: then nothing is changed. */
  private async fix({ itemId, revision, by }: Ending, holders: Holders): Promise<boolean> {
    const outcome = await unlessStale(this.db, async (tx) => {
      const attempts = tx.repo(AttemptRepository);
      if (!(await attempts.holdToEnd(itemId, holders))) throw notFound();
      if (!(await attempts.fix(itemId, by, this.clock.now()))) return;
      // Read again under the row lock, which waits for a save in progress.
      const found = await attempts.findItem(itemId, holders);
      if (found === null) throw notFound();
      refuseStale(found.item, revision);
      if (isScoredHere(found.item.kind)) await this.score(tx, found, by);
      await attempts.end(found.attempt.id, 'candidate', { at: this.clock.now() });
    });
    return outcome !== 'stale';
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
