import { randomInt } from 'node:crypto';

/** Crockford's base32 in lower case: without letters that look like digits, and without `u`. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const GROUP = 5;
const GROUPS = 2;
export const RECOVERY_CODES = 10;

const group = (): string => Array.from({ length: GROUP }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');

/** Ten different codes of 50 bits, such as `4kq9z-7mnb2`. */
export function newRecoveryCodes(): readonly string[] {
  const codes = new Set<string>();
  while (codes.size < RECOVERY_CODES) codes.add(Array.from({ length: GROUPS }, group).join('-'));
  return [...codes];
}

/** A code as it is hashed, however a person has copied it. */
export const plainCode = (code: string): string =>
  code.toLowerCase().replaceAll(/[\s-]/g, '').replaceAll('o', '0').replaceAll(/[il]/g, '1');
