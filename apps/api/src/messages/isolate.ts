const UNSAFE = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]+/gu;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * A text that someone else chose, such as a name, as part of a sentence: on one line, and isolated where it is written
 * from right to left, so that it does not change the order of the words around it.
 */
function isolate(value: string): string {
  const plain = value.replace(UNSAFE, ' ').trim();
  return RIGHT_TO_LEFT.test(plain) ? `\u2068${plain}\u2069` : plain;
}

/** Every text of a mail that contains a value is made by this tag, which isolates the values. */
export function say(words: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  return words.reduce((text, part, index) => text + isolate(String(values[index - 1])) + part);
}
