import { type Clock, Database, newId, type TicketId, UsedTicketRepository } from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK } from '../app-options';
import { Sealing } from './sealing';

/** A ticket as its cookie holds it. */
export type TicketCookie = { readonly value: string; readonly expiresAt: Date };
export type Ticket<Value> = { readonly id: TicketId; readonly expiresAt: Date; readonly value: Value };

type Sealed = { readonly id: TicketId; readonly until: number; readonly value: unknown };

/**
 * The state between two steps of one person, in an encrypted cookie that expires soon and is used once. The database
 * stores nothing before the use.
 */
@Injectable()
export class Tickets {
  constructor(
    private readonly sealing: Sealing,
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  issue(purpose: string, value: object, livesMs: number): TicketCookie {
    const until = this.clock.now().getTime() + livesMs;
    const sealed: Sealed = { id: newId<TicketId>(this.clock), until, value };
    const text = this.sealing.seal(`ticket ${purpose}`, JSON.stringify(sealed)).toString('base64url');
    return { value: text, expiresAt: new Date(until) };
  }

  /** The ticket in a cookie; null if there is none, or it was altered, used or has expired. */
  async read<Value>(purpose: string, cookie: string | null): Promise<Ticket<Value> | null> {
    const text = cookie && this.sealing.open(`ticket ${purpose}`, Buffer.from(cookie, 'base64url'));
    if (!text) return null;
    const { id, until, value } = JSON.parse(text) as Sealed;
    if (until <= this.clock.now().getTime() || (await this.db.repo(UsedTicketRepository).isUsed(id))) return null;
    return { id, expiresAt: new Date(until), value: value as Value };
  }

  /** Uses the ticket up. False if another request has. */
  use({ id, expiresAt }: Ticket<unknown>, db: Database = this.db): Promise<boolean> {
    return db.repo(UsedTicketRepository).use(id, expiresAt);
  }

  deleteExpired(): Promise<void> {
    return this.db.repo(UsedTicketRepository).deleteExpired(this.clock.now());
  }
}
