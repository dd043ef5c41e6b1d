/** Scripts in common use (Unicode Standard Annex 31, "Recommended Scripts"), each alone in a word. */
const SCRIPTS = [
  'Arabic',
  'Armenian',
  'Bengali',
  'Cyrillic',
  'Devanagari',
  'Ethiopic',
  'Georgian',
  'Greek',
  'Gujarati',
  'Gurmukhi',
  'Hebrew',
  'Kannada',
  'Khmer',
  'Lao',
  'Latin',
  'Malayalam',
  'Myanmar',
  'Oriya',
  'Sinhala',
  'Tamil',
  'Telugu',
  'Thaana',
  'Thai',
  'Tibetan',
];

/** Scripts that are written together, with Latin (Unicode Technical Standard 39, "Highly Restrictive"). */
const TOGETHER = [
  ['Latin', 'Han', 'Hiragana', 'Katakana'],
  ['Latin', 'Han', 'Bopomofo'],
  ['Latin', 'Han', 'Hangul'],
];

const ofScripts = (scripts: readonly string[]): RegExp =>
  new RegExp(`^[${scripts.map((script) => `\\p{scx=${script}}`).join('')}\\p{scx=Common}\\p{scx=Inherited}]+$`, 'u');

const WORDS = [...SCRIPTS.map((script) => [script]), ...TOGETHER].map(ofScripts);

/** Joiners between letters of scripts that need them, as in Persian and Hindi. */
const JOINERS =
  /(?<=[\p{scx=Arabic}\p{scx=Devanagari}\p{scx=Bengali}\p{scx=Malayalam}\p{scx=Sinhala}])[\u200c\u200d](?=\p{L})/gu;

/** A text without the joiners that its script needs. */
export const withoutJoiners = (text: string): string => text.replace(JOINERS, '');

/** Control, format, bidirectional, invisible, unassigned and private characters; U+2800 and U+3164 look like a space. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** Letters in disguise: fullwidth, mathematical, circled and squared ones. */
const DISGUISED = /[\uff00-\uffef\u2460-\u24ff\u{1d400}-\u{1d7ff}\u{1f100}-\u{1f1ff}]/u;

/** More marks than any language puts on a letter: they would cover the lines around the name. */
const STACKED = /\p{M}{5}/u;

/** A name in its stored form: NFC, with single spaces. */
export const plainName = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\p{Zs}+/gu, ' ')
    .trim();

/**
 * Whether a name can be shown to others: everything in it is seen, in the order in which it is stored, and no word mixes
 * scripts, by which letters are swapped for others that look the same. A name that is foreign as a whole is compared with
 * existing names (`looksLike` of `@holdout/persistence`).
 */
export function isShowable(name: string): boolean {
  const letters = withoutJoiners(name);
  if (UNSEEN.test(letters) || DISGUISED.test(letters) || STACKED.test(letters)) return false;
  return isOfOneScript(letters) && /[\p{L}\p{N}]/u.test(letters);
}

/** Whether no word mixes scripts that are not written together. */
export function isOfOneScript(text: string): boolean {
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  return words.every((word) => WORDS.some((script) => script.test(word)));
}

/** Whether the text has a character that is not seen, or that changes the order of others. */
export const hasUnseen = (text: string): boolean => UNSEEN.test(text);
