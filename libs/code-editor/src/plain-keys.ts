/** One level, in spaces: what every language of the site accepts. */
const LEVEL = '    ';

type Selection = { readonly start: number; readonly end: number };

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;
const indentOf = (line: string): string => /^[ \t]*/.exec(line)?.[0] ?? '';

/** What Enter inserts at a position: a new line as deep as the current one, and one level deeper after `:`, `{`, `(` or `[`. */
export function newLineAt(text: string, at: number): string {
  const line = text.slice(lineStart(text, at), at);
  return `\n${indentOf(line)}${/[:{([]\s*$/.test(line) ? LEVEL : ''}`;
}

/** The whole lines that a selection touches, and the same one level deeper or less deep. */
export function shiftLines(
  text: string,
  { start, end }: Selection,
  by: 'deeper' | 'back',
): { readonly from: number; readonly to: number; readonly lines: string } {
  const from = lineStart(text, start);
  const after = text.indexOf('\n', Math.max(start, end - 1));
  const to = after < 0 ? text.length : after;
  const lines = text
    .slice(from, to)
    .split('\n')
    .map((line) => (by === 'deeper' ? `${LEVEL}${line}` : line.replace(/^(\t| {1,4})/, '')));
  return { from, to, lines: lines.join('\n') };
}
