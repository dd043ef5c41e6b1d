import type { BankIssue } from './bundle';

/** Far above what anybody reads in a question; data of this size belongs into a generator. */
const MOST_CHARACTERS = 1_000_000;
/** A NUL character cannot be stored; the other stands where bytes were no UTF-8. */
const NOT_TEXT = /[\0\uFFFD]/;

/** What is wrong with a file before anybody looks at what it says: none of it would reach a candidate whole. */
export function checkTextFile(file: string, text: string): readonly BankIssue[] {
  if (text.length > MOST_CHARACTERS) {
    const millions = (text.length / 1_000_000).toFixed(1);
    return [
      {
        file,
        message: `the file has ${millions} million characters and may have one million; make large data in a generator`,
      },
    ];
  }
  const at = text.search(NOT_TEXT);
  if (at < 0) return [];
  const line = text.slice(0, at).split('\n').length;
  return [{ file, line, message: 'this is not UTF-8 text; save the file as UTF-8, without NUL characters' }];
}
