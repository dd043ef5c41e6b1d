import { createHmac } from 'node:crypto';

/** Purposes have separate seeds: practice and assessment never share one, nor do public and hidden cases. */
export type SeedPurpose = 'publicCases' | 'hiddenCases' | 'variants';

/**
 * The seed of a purpose, version and scope, in 64 hex digits: HMAC-SHA-256 keyed with the installation's secret, so that
 * access to the bank is not enough to generate the hidden cases.
 */
export function seedOf(secret: string, purpose: SeedPurpose, versionHash: string, scope: string): string {
  return createHmac('sha256', secret).update([purpose, versionHash, scope].join('\n')).digest('hex');
}

/** The first 52 bits of a seed as a decimal number, for generators that take one. */
export function numberOfSeed(seedHex: string): string {
  return Number.parseInt(seedHex.slice(0, 13), 16).toString();
}
