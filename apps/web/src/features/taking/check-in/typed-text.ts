/** What the person is asked to type: the characters that code needs and that layouts hide. */
export const SAMPLE = 'f(x) >= 0.5 [#]';

export type Typed =
  | { readonly kind: 'empty' }
  | { readonly kind: 'same' }
  /** So far right, not complete. */
  | { readonly kind: 'partly' }
  /** A letter of another alphabet: the layout of the keyboard is not a Latin one. */
  | { readonly kind: 'otherAlphabet'; readonly found: string }
  /** The first character that differs; `expected` is null if there is one too many. */
  | { readonly kind: 'differs'; readonly expected: string | null; readonly found: string };

const OTHER_LETTER = /[^\P{L}\p{Script=Latin}\p{Script=Common}]/u;

/** How what was typed compares with the sample. */
export function compareTyped(typed: string, sample: string = SAMPLE): Typed {
  const [given, wanted] = [Array.from(typed.normalize('NFC').trimEnd()), Array.from(sample)];
  if (given.length === 0) return { kind: 'empty' };
  const other = given.find((each) => OTHER_LETTER.test(each));
  if (other !== undefined) return { kind: 'otherAlphabet', found: other };
  const place = given.findIndex((each, index) => each !== wanted[index]);
  if (place >= 0) return { kind: 'differs', expected: wanted[place] ?? null, found: given[place] ?? '' };
  return { kind: given.length === wanted.length ? 'same' : 'partly' };
}
