/** Characters that are not drawn: direction marks, zero-width characters, joiners, variation selectors, BOM. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
/** Not drawn either, but they can mean something: soft hyphen (written by some programs for a minus), invisible `×`. */
const HIDDEN_MEANING = /[\u00ad\u2061-\u2064]/u;

const DIGIT = /\p{Decimal_Number}/u;
const DIGITS = /\p{Decimal_Number}/gu;
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const POWER = /([⁺⁻]?)([⁰¹²³⁴-⁹]+)/gu;

/** Other forms of the characters that a number is written with. Each pair has the same meaning. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [/[\u2212\u2012\u2013\ufe63]/g, '-'],
  [/[\u2044\u2215\u00f7]/g, '/'],
  [/[\u00d7\u00b7\u22c5\u2219\u2217]/g, '*'],
  [/\u066b/g, '.'],
  [/\u066c/g, ','],
  [/\u066a/g, '%'],
  [/\s+/g, ' '],
];

/** Decimal digits of every script come in runs of ten, 0 to 9, in Unicode. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (DIGIT.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((code - zero) % 10);
}

const asciiPower = (_all: string, sign: string, digits: string): string =>
  `^${sign === '⁻' ? '-' : ''}${digits.replaceAll(/./gu, (digit) => String(SUPERSCRIPTS.indexOf(digit)))}`;

/** The fullwidth forms of ASCII are one block in the same order. */
const FULLWIDTH = /[\uff01-\uff5e]/g;
const FULLWIDTH_OFFSET = 0xfee0;
const narrow = (wide: string): string => String.fromCharCode(wide.charCodeAt(0) - FULLWIDTH_OFFSET);

/**
 * The text in the characters that a number is parsed from: digits of any script as ASCII, `10²` as `10^2`, one kind of
 * minus, slash, times sign and space, nothing invisible. Null if something invisible has a meaning. What has another
 * meaning stays as it is, so that it is refused later: `10₂` does not become 102.
 */
export function plainNumberText(text: string): string | null {
  if (HIDDEN_MEANING.test(text)) return null;
  const plain = text
    .replaceAll(INVISIBLE, '')
    .replaceAll(DIGITS, asciiDigit)
    .replaceAll(POWER, asciiPower)
    .replaceAll(FULLWIDTH, narrow);
  return SAME.reduce((so, [form, as]) => so.replaceAll(form, as), plain).trim();
}
