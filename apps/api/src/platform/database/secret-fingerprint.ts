import { createHmac } from 'node:crypto';
import { type Clock, type Database, InstallationRepository } from '@holdout/persistence';

/** A hash by which two secrets can be compared without revealing them. */
export const fingerprintOf = (secret: string): string =>
  createHmac('sha256', secret).update('holdout installation fingerprint').digest('hex');

/** Throws if the data was created with another secret: hidden data would differ. */
export async function claimSecret(db: Database, secret: string, clock: Clock): Promise<void> {
  const fingerprint = fingerprintOf(secret);
  const known = await db.repo(InstallationRepository).claimFingerprint(fingerprint, clock.now());
  if (known === fingerprint) return;
  throw new Error(
    'This database was created with another HOLDOUT_SECRET. Start with the original one (stored in the file ' +
      '"secret" of HOLDOUT_HOME unless it was set). To use the new one from now on, run "holdout admin rotate-secret": ' +
      'stored data is kept, and new draws use the new secret.',
  );
}
