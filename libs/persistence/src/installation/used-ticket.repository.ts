import { type EntityManager, LessThan } from 'typeorm';
import type { TicketId } from '../ids';
import { findRow, id, row } from '../rows';
import { UsedTicketEntity } from './installation.entity';

const WithId = row({ id: id<TicketId>() });

const USE = 'insert into used_ticket (id, expires_at) values ($1, $2) on conflict do nothing returning id';

/** Tickets that may be used once. Only the used ones are stored, until they expire. */
export class UsedTicketRepository {
  constructor(private readonly manager: EntityManager) {}

  /** True for the first use. */
  async use(ticketId: TicketId, expiresAt: Date): Promise<boolean> {
    return (await findRow(this.manager, WithId, USE, [ticketId, expiresAt])) !== null;
  }

  async isUsed(ticketId: TicketId): Promise<boolean> {
    return this.manager.existsBy(UsedTicketEntity, { id: ticketId });
  }

  async deleteExpired(now: Date): Promise<void> {
    await this.manager.delete(UsedTicketEntity, { expiresAt: LessThan(now) });
  }
}
