import type { EntityManager } from 'typeorm';
import { InstallationEntity } from './installation.entity';

/** The single row about this installation. */
export class InstallationRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Stores the fingerprint if the data has none yet; gives the stored one, whichever process was first. */
  async claimFingerprint(fingerprint: string, now: Date): Promise<string> {
    const first = { secretFingerprint: fingerprint, createdAt: now };
    await this.manager.createQueryBuilder().insert().into(InstallationEntity).values(first).orIgnore().execute();
    return (await this.manager.findOneByOrFail(InstallationEntity, { id: true })).secretFingerprint;
  }

  async replaceFingerprint(fingerprint: string): Promise<void> {
    await this.manager.update(InstallationEntity, { id: true }, { secretFingerprint: fingerprint });
  }

  /** Throws if the database does not answer. */
  async ping(): Promise<void> {
    await this.manager.query('select 1');
  }
}
