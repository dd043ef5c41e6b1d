import cpp from 'highlight.js/lib/languages/cpp';
import java from 'highlight.js/lib/languages/java';
import javascript from 'highlight.js/lib/languages/javascript';
import julia from 'highlight.js/lib/languages/julia';
import python from 'highlight.js/lib/languages/python';
import r from 'highlight.js/lib/languages/r';
import sql from 'highlight.js/lib/languages/sql';
import typescript from 'highlight.js/lib/languages/typescript';
import yaml from 'highlight.js/lib/languages/yaml';
import { createLowlight } from 'lowlight';

export type TokenKind = 'comment' | 'string' | 'number' | 'keyword';

/** A token of a line; null for code without a highlight colour. */
export type Token = { readonly kind: TokenKind | null; readonly text: string };

const highlighter = createLowlight({ cpp, java, javascript, julia, python, r, sql, typescript, yaml });

/** Maps the grammar's token types to our few kinds; unmapped types are drawn as plain code. */
const KINDS: Readonly<Record<string, TokenKind>> = {
  'hljs-comment': 'comment',
  'hljs-string': 'string',
  'hljs-number': 'number',
  'hljs-keyword': 'keyword',
  'hljs-literal': 'keyword',
  'hljs-type': 'keyword',
};

type Node = ReturnType<typeof highlighter.highlight>['children'][number];

/** Flattens a syntax tree to tokens in text order; everything inside a string or comment takes its kind. */
function piecesOf(node: Node, around: TokenKind | null): readonly Token[] {
  if (node.type === 'text') return [{ kind: around, text: node.value }];
  if (node.type !== 'element') return [];
  const { className } = node.properties;
  const names = Array.isArray(className) ? className.map(String) : [];
  const kind = names.map((name) => KINDS[name]).find((known) => known !== undefined) ?? around;
  return node.children.flatMap((child) => piecesOf(child, kind));
}

/** Splits code into lines of tokens with one colour each; for an unknown language each line is one token. */
export function tokensOf(lines: readonly string[], language: string): readonly (readonly Token[])[] {
  if (!highlighter.registered(language)) return lines.map((text) => [{ kind: null, text }]);
  const tree = highlighter.highlight(language, lines.join('\n'));
  const rows: Token[][] = [[]];
  // Comments and strings may span several lines.
  for (const { kind, text } of tree.children.flatMap((node) => piecesOf(node, null))) {
    const [first = '', ...others] = text.split('\n');
    rows.at(-1)?.push({ kind, text: first });
    rows.push(...others.map((other) => [{ kind, text: other }]));
  }
  return rows.map((row) => row.filter(({ text }) => text !== ''));
}
