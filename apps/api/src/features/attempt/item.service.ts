import {
  AttemptRepository,
  type Clock,
  Database,
  type Holder,
  type ItemInAttempt,
  type ItemRow,
} from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { notFound } from '../../platform/app-error';
import { CLOCK } from '../../platform/app-options';
import { takesAnswers } from './attempt.service';

export type ItemOutcome =
  { readonly kind: 'changed'; readonly item: ItemRow } | { readonly kind: 'closed'; readonly closedAt: Date };

/** Operations on an item other than answering it: flagging and recording that it was shown. */
@Injectable()
export class ItemService {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async find(itemId: string, holder: Holder): Promise<ItemRow | null> {
    const found = await this.db.repo(AttemptRepository).findItem(itemId, holder);
    return found?.item ?? null;
  }

  flag(itemId: string, isFlagged: boolean, holder: Holder): Promise<ItemOutcome> {
    return this.change(itemId, holder, () => this.db.repo(AttemptRepository).setFlag(itemId, isFlagged));
  }

  present(itemId: string, holder: Holder): Promise<ItemOutcome> {
    return this.change(itemId, holder, () => this.db.repo(AttemptRepository).setPresented(itemId, this.clock.now()));
  }

  private async change(itemId: string, holder: Holder, change: () => Promise<void>): Promise<ItemOutcome> {
    const found = await this.db.repo(AttemptRepository).findItem(itemId, holder);
    if (found === null) throw notFound();
    const closedAt = closedSince(found, this.clock.now());
    if (closedAt !== null) return { kind: 'closed', closedAt };
    await change();
    const item = await this.find(itemId, holder);
    if (item === null) throw notFound();
    return { kind: 'changed', item };
  }
}

/** When the item stopped accepting answers; null while it accepts them. */
export function closedSince({ item, attempt }: ItemInAttempt, now: Date): Date | null {
  if (item.fixedAt === null && takesAnswers(attempt, now)) return null;
  return item.fixedAt ?? attempt.endedAt ?? attempt.closesAt ?? now;
}
