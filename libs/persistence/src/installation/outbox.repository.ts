import { type EntityManager, In } from 'typeorm';
import type { OrganizationId, OutboxId } from '../ids';
import { OutboxEntity } from './installation.entity';

export type OutboxEvent = {
  readonly id: OutboxId;
  readonly organizationId: OrganizationId | null;
  readonly event: string;
  /** Ids only; the sender of the event reads the rest. */
  readonly payload: Readonly<Record<string, unknown>>;
  readonly createdAt: Date;
};

/** Domain events for mail, webhooks and connectors, written in the transaction of the act. */
export class OutboxRepository {
  constructor(private readonly manager: EntityManager) {}

  async insert(event: OutboxEvent): Promise<void> {
    await this.insertAll([event]);
  }

  async insertAll(events: readonly OutboxEvent[]): Promise<void> {
    await this.manager.insert(
      OutboxEntity,
      events.map((event): Omit<OutboxEvent, 'payload'> & { readonly payload: object } => event),
    );
  }

  /** Locks and gives unsent events, oldest first; rows that another transaction has locked are skipped. */
  async takeUnsent(limit: number): Promise<readonly OutboxEvent[]> {
    return this.manager
      .createQueryBuilder(OutboxEntity, 'outbox')
      .where('outbox.sentAt is null')
      .orderBy('outbox.createdAt')
      .limit(limit)
      .setLock('pessimistic_write')
      .setOnLocked('skip_locked')
      .getMany();
  }

  async markSent(ids: readonly OutboxId[], now: Date): Promise<void> {
    await this.manager.update(OutboxEntity, { id: In(ids) }, { sentAt: now });
  }
}
