import type { EntityManager } from 'typeorm';

/** Notifies all listening processes when the transaction commits (NOTIFY). */
export class NoticeRepository {
  constructor(private readonly manager: EntityManager) {}

  async tell(channel: string, id: string): Promise<void> {
    await this.manager.query('select pg_notify($1, $2)', [channel, id]);
  }
}
