import { randomInt } from 'node:crypto';

/** Without letters and digits that look alike, and without vowels, so that no word arises. */
const SIGNS = '23456789BCDFGHJKMNPQRSTVWXZ';
const GROUPS = [4, 4, 4];

/** A code that a candidate can quote and read out: 57 bits, such as `7KQM-X2PV-9RTB`. */
export function newReceiptCode(): string {
  const group = (length: number): string => Array.from({ length }, () => SIGNS[randomInt(SIGNS.length)]).join('');
  return GROUPS.map(group).join('-');
}
