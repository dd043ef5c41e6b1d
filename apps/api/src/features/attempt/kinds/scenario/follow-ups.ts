import { type Answer, kindOf, nextFollowUp, PROMPT } from '@holdout/bank';
import {
  AttemptRepository,
  type Clock,
  Database,
  type Holders,
  type ItemRow,
  ScoreRepository,
} from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK } from '../../../../platform/app-options';
import { shownItem, wholeItem } from '../../item-parts';
import { refuseStale, unlessStale } from '../../answered-meanwhile';
import { closedSince } from '../../item.service';
import { isStale } from '../../response-view';

export type RevealOutcome =
  | { readonly kind: 'revealed'; readonly item: ItemRow }
  | { readonly kind: 'closed'; readonly closedAt: Date }
  /** Another answer was saved than the client has on its screen. */
  | { readonly kind: 'stale'; readonly item: ItemRow }
  | { readonly kind: 'nothingToCheck' | 'tooLong' | 'noMore' };

/** Reveals the follow-ups of a scenario one by one, each only after the previous part has been answered. */
@Injectable()
export class FollowUps {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Idempotent: no change if the part is no longer open. Null if the holder does not have the item. */
  async reveal(
    { itemId, after, revision }: { readonly itemId: string; readonly after: string; readonly revision: number },
    holders: Holders,
  ): Promise<RevealOutcome | null> {
    const attempts = this.db.repo(AttemptRepository);
    const found = await attempts.findItem(itemId, holders);
    if (found === null) return null;
    const closedAt = closedSince(found, this.clock.now());
    if (closedAt !== null) return { kind: 'closed', closedAt };
    const settled = settledFor(found.item, after, revision);
    if (settled !== null) return settled;
    const next = await this.nextOf(found.item);
    if (next === null) return { kind: 'noMore' };
    const now = this.clock.now();
    const part = { id: next.id, ask: next.ask, maxWords: next.words.max, at: now.toISOString() };
    const outcome = await unlessStale(this.db, async (tx) => {
      const isFirst = await tx
        .repo(AttemptRepository)
        .reveal({ itemId, holders, now }, found.item.revealed.length, part);
      const revealed = await tx.repo(AttemptRepository).findItem(itemId, holders);
      if (isFirst && revealed !== null) refuseStale(revealed.item, revision);
    });
    const current = await attempts.findItem(itemId, holders);
    if (current === null) return null;
    return { kind: outcome === 'stale' ? 'stale' : 'revealed', item: current.item };
  }

  private async nextOf(item: ItemRow) {
    const [secrets] = await this.db.repo(ScoreRepository).listSecrets([item.id]);
    if (secrets === undefined) throw new Error(`Item ${item.id} has no version.`);
    const whole = wholeItem(item, secrets);
    return whole.kind === 'scenario' ? nextFollowUp(whole.secret, whole) : null;
  }
}

/** The outcome if no follow-up may be revealed after this part; null if the next one may be. */
function settledFor(item: ItemRow, after: string, revision: number): RevealOutcome | null {
  if (item.kind !== 'scenario') return { kind: 'noMore' };
  const open = item.revealed.at(-1)?.id ?? PROMPT;
  if (after !== open) return { kind: 'revealed', item };
  if (isStale(item, revision)) return { kind: 'stale', item };
  return refusalOf(item, item.answer as Answer | null, open);
}

function refusalOf(item: ItemRow, answer: Answer | null, open: string): RevealOutcome | null {
  if (answer?.kind !== 'scenario' || isBlank(answer, open)) return { kind: 'nothingToCheck' };
  return kindOf(item.kind).unreadableIn(shownItem(item), answer) === null ? null : { kind: 'tooLong' };
}

function isBlank({ texts }: Extract<Answer, { kind: 'scenario' }>, part: string): boolean {
  return (texts.find((each) => each.part === part)?.text ?? '').trim() === '';
}
