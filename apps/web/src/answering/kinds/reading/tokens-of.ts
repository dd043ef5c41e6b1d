import { type Grammar, GRAMMARS } from './grammars';

export type TokenKind = 'comment' | 'string' | 'number' | 'keyword';

/** A piece of a line; null is code without a colour of its own. */
export type Token = { readonly kind: TokenKind | null; readonly text: string };

type Reader = { readonly pattern: RegExp; readonly isKeyword: (word: string) => boolean };

const NEVER = '(?!)';
const NUMBER = String.raw`(?:0[xX][\da-fA-F_]+|(?:\d[\d_]*\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)[a-zA-Z]?`;
const WORD = String.raw`[\p{L}_$][\p{L}\p{N}_$]*`;

function readerOf({ comment, string, name = NEVER, keywords, ignoresCase = false }: Grammar): Reader {
  const words = new Set(keywords.split(' '));
  const groups = { comment, string, name, word: WORD, number: NUMBER };
  const source = Object.entries(groups).map(([group, of]) => `(?<${group}>${of})`);
  return {
    pattern: new RegExp(source.join('|'), 'gmu'),
    isKeyword: (word) => words.has(ignoresCase ? word.toLowerCase() : word),
  };
}

function kindOf(groups: Readonly<Record<string, string | undefined>>, { isKeyword }: Reader): TokenKind | null {
  if (groups['comment'] !== undefined) return 'comment';
  if (groups['string'] !== undefined) return 'string';
  if (groups['number'] !== undefined) return 'number';
  return isKeyword(groups['word'] ?? '') ? 'keyword' : null;
}

function tokensIn(source: string, reader: Reader): readonly Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const { 0: text, index, groups = {} } of source.matchAll(reader.pattern)) {
    const kind = kindOf(groups, reader);
    if (kind === null) continue;
    if (index > end) tokens.push({ kind: null, text: source.slice(end, index) });
    tokens.push({ kind, text });
    end = index + text.length;
  }
  return [...tokens, { kind: null, text: source.slice(end) }];
}

/** The lines of code in pieces that have one colour each; of a language that is not known, each line is one piece. */
export function tokensOf(lines: readonly string[], language: string): readonly (readonly Token[])[] {
  const grammar = GRAMMARS[language];
  if (grammar === undefined) return lines.map((text) => [{ kind: null, text }]);
  const rows: Token[][] = [[]];
  // Comments and texts may go on for several lines.
  for (const { kind, text } of tokensIn(lines.join('\n'), readerOf(grammar))) {
    const [first = '', ...others] = text.split('\n');
    rows.at(-1)?.push({ kind, text: first });
    rows.push(...others.map((other) => [{ kind, text: other }]));
  }
  return rows.map((row) => row.filter(({ text }) => text !== ''));
}
