import type { EntityManager } from 'typeorm';

/** The one row about this installation. */
export class InstallationRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Gives the fingerprint that the data belongs to: the one given, when there is none yet. */
  async claimFingerprint(fingerprint: string, now: Date): Promise<string> {
    await this.manager.query(
      'insert into installation (secret_fingerprint, created_at) values ($1, $2) on conflict do nothing',
      [fingerprint, now],
    );
    const [row] = await this.manager.query<{ fingerprint: string }[]>(
      'select secret_fingerprint as fingerprint from installation',
    );
    return row?.fingerprint ?? fingerprint;
  }

  async replaceFingerprint(fingerprint: string): Promise<void> {
    await this.manager.query('update installation set secret_fingerprint = $1', [fingerprint]);
  }

  /** Throws unless the database answers. */
  async ping(): Promise<void> {
    await this.manager.query('select 1');
  }
}
