/** More than an author needs; a pattern with more texts is a mistake. */
const MOST_TEXTS = 200;

export type Expanded =
  { readonly ok: true; readonly texts: readonly string[] } | { readonly ok: false; readonly message: string };

/**
 * All texts of a pattern: `{a|b}` is one of its parts, `[a]` is nothing or a, and a backslash escapes the next character.
 * Answers are compared with these texts for equality, so no answer can make matching slow.
 *
 * @example expandPattern('[mean ]average {precision|recall}') // four texts
 */
export function expandPattern(pattern: string): Expanded {
  try {
    const reader = new Reader(pattern);
    const texts = reader.sequence('');
    return { ok: true, texts: [...new Set(texts)] };
  } catch (error) {
    if (error instanceof PatternError) return { ok: false, message: error.message };
    throw error;
  }
}

class PatternError extends Error {}

/** A recursive-descent parser; each method returns the texts of what it has parsed. */
class Reader {
  private at = 0;

  constructor(private readonly pattern: string) {}

  /** Parses up to and including a closing character, or to the end. */
  sequence(closing: '' | ']' | '}'): readonly string[] {
    const options: string[][] = [[]];
    let texts: readonly string[] = [''];
    for (let next = this.next(closing); next !== null; next = this.next(closing)) {
      if (next === '|' && closing === '}') {
        options.push([...texts]);
        texts = [''];
      } else texts = this.joined(texts, this.piece(next));
    }
    return [...options.flat(), ...texts];
  }

  /** Consumes the next character; null for the closing one. */
  private next(closing: '' | ']' | '}'): string | null {
    const next = this.pattern[this.at];
    if (next === undefined && closing !== '') throw new PatternError(`"${closing}" is missing; add it`);
    this.at += 1;
    return next === undefined || next === closing ? null : next;
  }

  private piece(character: string): readonly string[] {
    switch (character) {
      case '{':
        return this.sequence('}');
      case '[':
        return ['', ...this.sequence(']')];
      case ']':
      case '}':
        throw new PatternError(`"${character}" has no opening bracket; write \\${character} for the character itself`);
      case '\\':
        return [this.escaped()];
      default:
        return [character];
    }
  }

  private escaped(): string {
    const next = this.pattern[this.at];
    if (next === undefined) throw new PatternError('the pattern ends in a backslash');
    this.at += 1;
    return next;
  }

  private joined(before: readonly string[], after: readonly string[]): readonly string[] {
    if (before.length * after.length > MOST_TEXTS)
      throw new PatternError(`the pattern has more than ${MOST_TEXTS} texts`);
    return before.flatMap((start) => after.map((end) => start + end));
  }
}

export type Ignored = { readonly case: boolean; readonly punctuation: boolean };

/**
 * A text as it is compared: in NFKC, with spaces collapsed and without what is ignored. Punctuation is ignored by replacing
 * it with a space, so that "F1-score" and "F1 score" are equal.
 */
export function normalised(text: string, ignored: Ignored): string {
  const composed = text.normalize('NFKC');
  const bare = ignored.punctuation ? composed.replace(/\p{P}+/gu, ' ') : composed;
  const folded = ignored.case ? bare.toLowerCase() : bare;
  return folded.replace(/\s+/gu, ' ').trim();
}
