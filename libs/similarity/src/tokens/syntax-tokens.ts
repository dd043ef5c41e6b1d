import type { Parser, SyntaxNodeRef, TreeCursor } from '@lezer/common';
import { MOST_TOKENS, NAME, NUMBER, TEXT, type Token } from './token';

const COMMENT = /Comment/;
const NAMES = /^(?:Variable|Property|PrivateProperty|Type|Label)(?:Name|Definition)$|^Identifier$|^Self$/;
const NUMBERS = /^(?:Number|Numeric|Integer|BigInt|Hex|Float|Complex)/;
const TEXTS = /String|Template|RegExp/;

/**
 * The leaves of a syntax tree as tokens. Some grammars give punctuation no node, and what a parser skips after an error has
 * none either: such text becomes one token for each character, and a single one inside a text.
 */
export function syntaxTokens(parser: Parser, source: string): readonly Token[] {
  const reader = new LeafReader(source);
  const cursor = parser.parse(source).cursor();
  do {
    let outer = cursor.name;
    while (cursor.firstChild()) {
      reader.gap(cursor.from, outer);
      outer = cursor.name;
    }
    reader.leaf(cursor);
  } while (reader.tokens.length < MOST_TOKENS && stepOver(cursor, reader));
  return reader.tokens.slice(0, MOST_TOKENS);
}

/** Goes to the next node that is not below this one; false at the end. */
function stepOver(cursor: TreeCursor, reader: LeafReader): boolean {
  while (!cursor.nextSibling()) {
    if (!cursor.parent()) return false;
    reader.gap(cursor.to, cursor.name);
  }
  // Only where there is a gap: finding the parent takes longer the deeper the node is.
  if (reader.at < cursor.from) reader.gap(cursor.from, cursor.node.parent?.name ?? '');
  return true;
}

class LeafReader {
  readonly tokens: Token[] = [];
  /** The end of what was read. */
  at = 0;

  constructor(private readonly source: string) {}

  leaf({ name, type, from, to }: SyntaxNodeRef): void {
    if (type.isError) this.gap(to, name);
    if (type.isError) return;
    this.at = Math.max(this.at, to);
    if (from < to && !COMMENT.test(name)) this.tokens.push({ text: this.normal(name, from, to), from, to });
  }

  /** What lies between the last leaf and `until`, in a node of the name `outer`. */
  gap(until: number, outer: string): void {
    const from = this.at;
    if (until <= from) return;
    this.at = until;
    if (TEXTS.test(outer)) this.tokens.push({ text: TEXT, from, to: until });
    else this.characters(from, until);
  }

  private characters(from: number, until: number): void {
    for (let at = from; at < until && this.tokens.length < MOST_TOKENS; at += 1) {
      const text = this.source[at] ?? '';
      if (text.trim() !== '') this.tokens.push({ text, from: at, to: at + 1 });
    }
  }

  private normal(name: string, from: number, to: number): string {
    if (NAMES.test(name)) return NAME;
    if (NUMBERS.test(name)) return NUMBER;
    return TEXTS.test(name) ? TEXT : this.source.slice(from, to);
  }
}
