import { type Answer, kindOf, nextFollowUp, PROMPT } from '@holdout/bank';
import {
  AttemptRepository,
  type Clock,
  Database,
  type Holder,
  type ItemRow,
  ScoreRepository,
} from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK } from '../../../../platform/app-options';
import { shownItem, wholeItem } from '../../item-parts';
import { closedSince } from '../../item.service';

export type RevealOutcome =
  | { readonly kind: 'revealed'; readonly item: ItemRow }
  | { readonly kind: 'closed'; readonly closedAt: Date }
  | { readonly kind: 'nothingToCheck' | 'tooLong' | 'noMore' };

/** Reveals the follow-ups of a scenario one by one, each only after the previous part has been answered. */
@Injectable()
export class FollowUps {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Idempotent: no change if the part is no longer open. Null if the holder does not have the item. */
  async reveal(itemId: string, after: string, holder: Holder): Promise<RevealOutcome | null> {
    const attempts = this.db.repo(AttemptRepository);
    const found = await attempts.findItem(itemId, holder);
    if (found === null) return null;
    const closedAt = closedSince(found, this.clock.now());
    if (closedAt !== null) return { kind: 'closed', closedAt };
    const settled = settledFor(found.item, after);
    if (settled !== null) return settled;
    const next = await this.nextOf(found.item);
    if (next === null) return { kind: 'noMore' };
    const part = { id: next.id, ask: next.ask, maxWords: next.words.max, at: this.clock.now().toISOString() };
    await attempts.reveal(itemId, found.item.revealed.length, part);
    const revealed = await attempts.findItem(itemId, holder);
    return revealed === null ? null : { kind: 'revealed', item: revealed.item };
  }

  private async nextOf(item: ItemRow) {
    const [secrets] = await this.db.repo(ScoreRepository).listSecrets([item.id]);
    if (secrets === undefined) throw new Error(`Item ${item.id} has no version.`);
    const whole = wholeItem(item, secrets);
    return whole.kind === 'scenario' ? nextFollowUp(whole.secret, whole) : null;
  }
}

/** The outcome if no follow-up may be revealed after this part; null if the next one may be. */
function settledFor(item: ItemRow, after: string): RevealOutcome | null {
  if (item.kind !== 'scenario') return { kind: 'noMore' };
  const open = item.revealed.at(-1)?.id ?? PROMPT;
  if (after !== open) return { kind: 'revealed', item };
  return refusalOf(item, item.answer as Answer | null, open);
}

function refusalOf(item: ItemRow, answer: Answer | null, open: string): RevealOutcome | null {
  if (answer?.kind !== 'scenario' || isBlank(answer, open)) return { kind: 'nothingToCheck' };
  return kindOf(item.kind).unreadableIn(shownItem(item), answer) === null ? null : { kind: 'tooLong' };
}

function isBlank({ texts }: Extract<Answer, { kind: 'scenario' }>, part: string): boolean {
  return (texts.find((each) => each.part === part)?.text ?? '').trim() === '';
}
