/** An item of a literal: a text, null, or a nested list. */
export type Item = string | null | readonly Item[];

/** PostgreSQL has at most 6 dimensions; more would be a text that only looks like an array. */
const MAX_DIMENSIONS = 6;

export type ArrayLiteral = {
  /** `[0:1]=` where an array does not begin at 1, else empty. */
  readonly bounds: string;
  readonly items: readonly Item[];
};

/** Reads an array as PostgreSQL writes it, `{1,NULL,"a b"}`; null if the text is none. */
export function readArray(text: string, delimiter: string): ArrayLiteral | null {
  const bounds = /^(?:\[-?\d+:-?\d+\])+=/.exec(text)?.[0] ?? '';
  const reader = new Reader(text, bounds.length);
  const items = reader.list(delimiter, MAX_DIMENSIONS);
  return items !== null && reader.isAtEnd() ? { bounds, items } : null;
}

export type RangeLiteral = {
  /** `[)` and the like; empty for an empty range. */
  readonly brackets: string;
  readonly bounds: readonly (string | null)[];
};

/** Reads a range as PostgreSQL writes it, `[1,5)` or `empty`; null if the text is none. */
export function readRange(text: string): RangeLiteral | null {
  const reader = new Reader(text, 0);
  const range = reader.range();
  return range !== null && reader.isAtEnd() ? range : null;
}

/** Reads a multirange, `{[1,5),[7,9)}`; null if the text is none. */
export function readMultirange(text: string): readonly RangeLiteral[] | null {
  const reader = new Reader(text, 0);
  if (!reader.takes('{')) return null;
  const ranges: RangeLiteral[] = [];
  while (!reader.takes('}')) {
    if (ranges.length > 0 && !reader.takes(',')) return null;
    const range = reader.range();
    if (range === null) return null;
    ranges.push(range);
  }
  return reader.isAtEnd() ? ranges : null;
}

class Reader {
  constructor(
    private readonly text: string,
    private at: number,
  ) {}

  isAtEnd(): boolean {
    return this.at === this.text.length;
  }

  takes(character: string): boolean {
    if (this.text[this.at] !== character) return false;
    this.at += 1;
    return true;
  }

  list(delimiter: string, depth: number): readonly Item[] | null {
    if (depth === 0 || !this.takes('{')) return null;
    const items: Item[] = [];
    while (!this.takes('}')) {
      if (items.length > 0 && !this.takes(delimiter)) return null;
      const item = this.item(delimiter, depth);
      if (item === undefined) return null;
      items.push(item);
    }
    return items;
  }

  /** Undefined if there is none. */
  private item(delimiter: string, depth: number): Item | undefined {
    if (this.text[this.at] === '{') return this.list(delimiter, depth - 1) ?? undefined;
    const { text, isQuoted } = this.token(`${delimiter}{}`);
    if (isQuoted) return text;
    return text === 'NULL' ? null : text === '' ? undefined : text;
  }

  range(): RangeLiteral | null {
    if (this.text.startsWith('empty', this.at)) {
      this.at += 'empty'.length;
      return { brackets: '', bounds: [] };
    }
    const open = this.oneOf('[(');
    const lower = this.bound(',');
    if (open === null || !this.takes(',')) return null;
    const upper = this.bound('])');
    const close = this.oneOf('])');
    return close === null ? null : { brackets: open + close, bounds: [lower, upper] };
  }

  private oneOf(characters: string): string | null {
    const found = this.text[this.at];
    if (found === undefined || !characters.includes(found)) return null;
    this.at += 1;
    return found;
  }

  /** Null for a side without a bound. */
  private bound(ends: string): string | null {
    const written = this.token(ends);
    return written.text === '' && !written.isQuoted ? null : written.text;
  }

  /** The text up to one of `ends`; quotes hide them, and a backslash or a doubled quote stands for the next character. */
  private token(ends: string): { readonly text: string; readonly isQuoted: boolean } {
    const parts: string[] = [];
    let isQuoted = false;
    while (this.at < this.text.length && !ends.includes(this.text[this.at] ?? '')) {
      if (!this.takes('"')) parts.push(this.character());
      else {
        isQuoted = true;
        this.quoted(parts);
      }
    }
    return { text: parts.join(''), isQuoted };
  }

  private quoted(parts: string[]): void {
    while (this.at < this.text.length) {
      if (!this.takes('"')) parts.push(this.character());
      else if (this.takes('"')) parts.push('"');
      else return;
    }
  }

  private character(): string {
    this.takes('\\');
    this.at += 1;
    return this.text[this.at - 1] ?? '';
  }
}
