import type { BankIssue } from './bundle';
import { indexOfUnstorable } from './storable-text';

/** Far more than a question needs; data of this size belongs in a generator. */
const MOST_CHARACTERS = 1_000_000;
/** Decoding puts U+FFFD where bytes were not UTF-8. */
const NOT_DECODED = '\uFFFD';

/** The issues of a file as text: too long, not UTF-8, or with characters that cannot be stored. */
export function checkTextFile(file: string, text: string): readonly BankIssue[] {
  if (text.length > MOST_CHARACTERS) {
    const millions = (text.length / 1_000_000).toFixed(1);
    return [
      {
        file,
        message: `the file has ${millions} million characters; at most one million are allowed. Produce large data in a generator`,
      },
    ];
  }
  const places = [indexOfUnstorable(text), text.indexOf(NOT_DECODED)].filter((place) => place >= 0);
  if (places.length === 0) return [];
  const at = Math.min(...places);
  const line = text.slice(0, at).split('\n').length;
  return [{ file, line, message: 'this is not UTF-8 text; save the file as UTF-8, without NUL characters' }];
}
