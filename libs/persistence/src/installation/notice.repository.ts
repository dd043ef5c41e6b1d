import type { EntityManager } from 'typeorm';

/** Notifies all listening processes when the transaction commits (NOTIFY). */
export class NoticeRepository {
  constructor(private readonly manager: EntityManager) {}

  async tell(channel: string, id: string): Promise<void> {
    await this.manager.query('select pg_notify($1, $2)', [channel, id]);
  }

  /** Many notifications in one statement. */
  async tellAll(channel: string, payloads: readonly string[]): Promise<void> {
    await this.manager.query('select pg_notify($1, payload) from unnest($2::text[]) payload', [channel, payloads]);
  }
}
