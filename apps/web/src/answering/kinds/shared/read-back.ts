import { parseNumber } from '@holdout/bank';
import type { Messages } from '../../../messages/en';

type Words = Messages['question']['numeric'];

/**
 * How a typed number is read, by the function that also marks it; one string, which its element must hold alone. The
 * note on an ambiguous comma is left out once the answer is fixed.
 */
export function readBack(words: Words, text: string, unit = '', isFixed = false): string {
  const parsed = parseNumber(text, unit);
  if (!parsed.ok) return words.unread[parsed.issue];
  const read = words.readAs(parsed.readAs, unit);
  return parsed.isCommaAmbiguous && !isFixed ? `${read} ${words.comma}` : read;
}
