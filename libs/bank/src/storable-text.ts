/** Characters that PostgreSQL refuses in `text` and `jsonb`: NUL, and surrogates that are not part of a pair. */
const UNSTORABLE = /[\0\p{Surrogate}]/u;
const ALL_UNSTORABLE = new RegExp(UNSTORABLE, 'gu');

export type TextFault = 'nulByte' | 'loneSurrogate';

/** The index of the first UTF-16 unit that PostgreSQL cannot store, or -1. */
export function indexOfUnstorable(text: string): number {
  return text.search(UNSTORABLE);
}

/** Whether PostgreSQL can store a text. */
export function isStorableText(text: string): boolean {
  return !UNSTORABLE.test(text);
}

/** Why PostgreSQL cannot store a text, or null. */
export function textFaultOf(text: string): TextFault | null {
  if (isStorableText(text)) return null;
  return text.includes('\0') ? 'nulByte' : 'loneSurrogate';
}

/** Replaces each character that PostgreSQL cannot store by U+FFFD, and NUL by `nul`. */
export function toStorableText(text: string, nul = '\uFFFD'): string {
  return text.replaceAll(ALL_UNSTORABLE, (character) => (character === '\0' ? nul : '\uFFFD'));
}

/** Whether a value parsed from JSON can be stored as `jsonb`, its keys included. */
export function isStorableJson(value: unknown): boolean {
  if (typeof value === 'string') return isStorableText(value);
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(isStorableJson);
  return Object.entries(value).every(([key, inner]) => isStorableText(key) && isStorableJson(inner));
}

/** JSON of a value with storable texts: a program may print characters that PostgreSQL refuses. */
export function toStorableJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === 'string' ? toStorableText(part) : part));
}
