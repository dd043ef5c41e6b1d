import {
  AttemptRepository,
  type Clock,
  Database,
  type Holders,
  type ItemInAttempt,
  type ItemRow,
  type OpenItem,
} from '@holdout/persistence';
import { policyOf } from '@holdout/assessment';
import { earliestOf, stillCounts } from '@holdout/timing';
import { Inject, Injectable } from '@nestjs/common';
import { notFound } from '../../platform/app-error';
import { CLOCK } from '../../platform/app-options';

export type ItemOutcome =
  { readonly kind: 'changed'; readonly item: ItemRow } | { readonly kind: 'closed'; readonly closedAt: Date };

/** Operations on an item other than answering it: flagging and recording that it was shown. */
@Injectable()
export class ItemService {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async find(itemId: string, holders: Holders): Promise<ItemRow | null> {
    const found = await this.db.repo(AttemptRepository).findItem(itemId, holders);
    return found?.item ?? null;
  }

  flag(itemId: string, isFlagged: boolean, holders: Holders): Promise<ItemOutcome> {
    return this.change({ itemId, holders, now: this.clock.now() }, (attempts, item) =>
      attempts.setFlag(item, isFlagged),
    );
  }

  /** Where there is no way back, the items before it are closed. */
  async present(itemId: string, holders: Holders): Promise<ItemOutcome> {
    const open = { itemId, holders, now: this.clock.now() };
    const found = await this.db.repo(AttemptRepository).findItem(itemId, holders);
    if (found === null) throw notFound();
    const { mayGoBack } = policyOf(found.attempt);
    return this.change(open, async (attempts, item) => {
      const isPresented = await attempts.setPresented(item);
      if (isPresented && !mayGoBack) await attempts.leaveItemsBefore(itemId, item.now);
      return isPresented;
    });
  }

  /** The write itself checks the holder; what is read afterwards says why nothing was written. */
  private async change(
    open: OpenItem,
    write: (attempts: AttemptRepository, item: OpenItem) => Promise<boolean>,
  ): Promise<ItemOutcome> {
    const attempts = this.db.repo(AttemptRepository);
    const isWritten = await write(attempts, open);
    const found = await attempts.findItem(open.itemId, open.holders);
    if (found === null) throw notFound();
    if (isWritten) return { kind: 'changed', item: found.item };
    return { kind: 'closed', closedAt: closedSince(found, open.now) ?? open.now };
  }
}

/** When the item stopped accepting answers; null while it accepts them, which it does until the end of the grace. */
export function closedSince({ item, attempt }: ItemInAttempt, now: Date): Date | null {
  const over = [attempt.closesAt, item.closesAt].filter((deadline) => !stillCounts(deadline, now));
  return item.fixedAt ?? attempt.endedAt ?? earliestOf(over);
}
