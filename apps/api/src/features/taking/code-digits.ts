import { createHmac, timingSafeEqual } from 'node:crypto';
import type { LinkTokens } from '../../platform/access/link-token';

const DIGITS = 6;

/** The digits of a code that is sent by mail: computed from its id and the installation's secret, and not stored. */
export function digitsOfCode(tokens: LinkTokens, purpose: 'device code' | 'seat code', id: string): string {
  const digest = createHmac('sha256', tokens.of(purpose, id, 0))
    .update(id)
    .digest();
  return String(digest.readUIntBE(0, 6) % 10 ** DIGITS).padStart(DIGITS, '0');
}

/** People copy codes with spaces. */
export function isSameCode(expected: string, typed: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(typed.replaceAll(/\s/g, ''))];
  return a.length === b.length && timingSafeEqual(a, b);
}
