import { scanSync, type ScanToken } from 'libpg-query';
import { MOST_TOKENS, NAME, NUMBER, TEXT, type Token } from './token';

/** The tokens of a query by PostgreSQL's own scanner, which must be loaded; what it refuses is read word by word. */
export function sqlTokens(source: string): readonly Token[] {
  const scanned = scan(source);
  if (scanned === null) return words(source);
  const at = charsByByte(source);
  return scanned
    .filter(({ tokenName }) => !tokenName.endsWith('COMMENT'))
    .slice(0, MOST_TOKENS)
    .map((token) => ({ text: normal(token), from: at(token.start), to: at(token.end) }));
}

/** The scanner reports some errors, such as a text without an end, as an answer that cannot be read. */
function scan(source: string): readonly ScanToken[] | null {
  try {
    return scanSync(source).tokens;
  } catch {
    return null;
  }
}

/** Keywords that may be names are taken as names: a column may be called `value`. */
function normal({ tokenName, keywordName, text }: ScanToken): string {
  if (tokenName === 'IDENT' || tokenName === 'UIDENT' || keywordName === 'UNRESERVED_KEYWORD') return NAME;
  if (tokenName === 'ICONST' || tokenName === 'FCONST' || tokenName === 'PARAM') return NUMBER;
  return tokenName.endsWith('CONST') ? TEXT : text.toLowerCase();
}

/** The scanner counts the bytes of UTF-8, and this the code units of a text. */
function charsByByte(source: string): (byte: number) => number {
  const chars: number[] = [];
  let at = 0;
  for (const character of source) {
    for (let byte = bytesOf(character.codePointAt(0) ?? 0); byte > 0; byte -= 1) chars.push(at);
    at += character.length;
  }
  return (byte) => chars[byte] ?? source.length;
}

function bytesOf(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}

const WORD = /[\p{L}_][\p{L}\p{N}_]*|\d+(?:\.\d+)?|\S/gu;

function words(source: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const { 0: word, index } of source.matchAll(WORD)) {
    if (tokens.length === MOST_TOKENS) break;
    tokens.push({ text: ofWord(word), from: index, to: index + word.length });
  }
  return tokens;
}

function ofWord(word: string): string {
  if (/^[\p{L}_]/u.test(word)) return NAME;
  return /^\d/.test(word) ? NUMBER : word;
}
