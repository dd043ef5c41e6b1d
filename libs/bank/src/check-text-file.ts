import type { BankIssue } from './bundle';
import { indexOfUnstorable } from './storable-text';

/** Far more than a question needs; data of this size belongs in a generator. */
const MOST_CHARACTERS = 1_000_000;
/** Files of prose. Sources may hold control characters, such as the form feed between pages. */
const PROSE = /\.(ya?ml|md)$/;
/** CRLF is replaced before. */
const CONTROL = /(?![\t\n])\p{Cc}/u;
/** Decoding puts U+FFFD where bytes were not UTF-8. */
const NOT_DECODED = '\uFFFD';

/** The issues of a file as text: too long, not UTF-8, with characters that cannot be stored or, in prose, be seen. */
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
  if (places.length === 0) return PROSE.test(file) ? controlIn(file, text) : [];
  const line = lineOf(text, Math.min(...places));
  return [{ file, line, message: 'this is not UTF-8 text; save the file as UTF-8, without NUL characters' }];
}

const lineOf = (text: string, at: number): number => text.slice(0, at).split('\n').length;

function controlIn(file: string, text: string): readonly BankIssue[] {
  const at = text.search(CONTROL);
  if (at < 0) return [];
  const code = text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0');
  return [{ file, line: lineOf(text, at), message: `U+${code} is a control character, which nobody sees; remove it` }];
}
