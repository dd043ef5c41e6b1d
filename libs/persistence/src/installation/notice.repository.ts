import type { EntityManager } from 'typeorm';

/** Tells every listening process something, once the transaction it is told in has been committed. */
export class NoticeRepository {
  constructor(private readonly manager: EntityManager) {}

  async tell(channel: string, id: string): Promise<void> {
    await this.manager.query('select pg_notify($1, $2)', [channel, id]);
  }
}
