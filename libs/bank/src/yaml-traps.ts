import { isPair, isScalar, type Document, type Scalar, visit } from 'yaml';

/** A place in a YAML file where the text that is read is not the text that was written. */
export type Trap = { readonly offset: number; readonly message: string };

/** Escapes of double quotes, in order; an escaped backslash is one, so that `\\t` is no tab. */
const ESCAPE = /\\(x[0-9a-f]{2}|u[0-9a-f]{4}|U[0-9a-f]{8}|[\s\S])/gi;
/** Escapes for line breaks and other spaces that people do not write on purpose. */
const ODD_SPACE = new Set(['r', '_', 'N', 'L', 'P']);
const CONTROL = new Set(['0', 'a', 'b', 'e', 'f', 'v']);
/** Also part of the name of a command: `\nu`, `\theta`. */
const USUAL = new Set(['n', 't']);
const CONTROL_CODE = /(?![\t\n])\p{Cc}/u;

const written = (escape: string): string => `${escape} in double quotes is an escape and not this text`;
const REMEDY = 'use single quotes or a block (|), where a backslash stays a backslash';

/** Whether an escape by code, such as `x07`, is a control character. */
function isControlCode(name: string): boolean {
  return name.length > 1 && CONTROL_CODE.test(String.fromCodePoint(Number.parseInt(name.slice(1), 16)));
}

/** Whether a place lies in a formula: after an odd number of dollars. */
const isInFormula = (before: string): boolean => before.replaceAll('\\$', '').split('$').length % 2 === 0;

function isTrap(name: string, source: string, at: number): boolean {
  if (CONTROL.has(name) || ODD_SPACE.has(name) || isControlCode(name)) return true;
  return USUAL.has(name) && isInFormula(source.slice(0, at));
}

function escapesIn(node: Scalar, text: string): readonly Trap[] {
  if (node.type !== 'QUOTE_DOUBLE' || !node.range) return [];
  const [start, end] = node.range;
  const source = text.slice(start, end);
  return [...source.matchAll(ESCAPE)]
    .filter(({ 1: name = '', index }) => isTrap(name, source, index))
    .map(({ 0: escape, index }) => ({ offset: start + index, message: `${written(escape)}; ${REMEDY}` }));
}

/** The escapes of double quotes that put a control character, or half of a command of TeX, into a text. */
export function escapeTraps(document: Document, text: string): readonly Trap[] {
  const traps: Trap[] = [];
  visit(document, { Scalar: (_key, node) => void traps.push(...escapesIn(node, text)) });
  return traps;
}

/** Keys whose value is read by people. */
const PROSE = new Set(
  ['title', 'subtitle', 'name', 'text', 'why', 'ask', 'alt', 'unit', 'writeAs', 'hint', 'description', 'prompt'].concat(
    ['context', 'note', 'goal', 'source'],
  ),
);
/** A value that is a name for programs; a comment after it is usual. */
const NAME = /^[a-z0-9._/-]+$/;

const COMMENT = /^[ \t]+#/;
const CUT =
  'warning: the text ends before " #", which begins a comment; put quotes around the text, or the comment on a line of its own';

/** The end of a text without quotes that a comment follows in its line; null of another value. */
function cutOf(node: Scalar, text: string): { readonly offset: number; readonly value: string } | null {
  if (node.type !== 'PLAIN' || typeof node.value !== 'string' || !node.range) return null;
  const [, offset] = node.range;
  return COMMENT.test(text.slice(offset)) ? { offset, value: node.value } : null;
}

const keyOf = (pair: unknown): string => (isPair(pair) && isScalar(pair.key) ? String(pair.key.value) : '');

/** Texts without quotes that a comment ends. */
export function commentTraps(document: Document, text: string): readonly Trap[] {
  const traps: Trap[] = [];
  visit(document, {
    Scalar(key, node, path) {
      const cut = key === 'key' ? null : cutOf(node, text);
      if (cut === null) return;
      const isProse = PROSE.has(keyOf(path.at(-1))) || !NAME.test(cut.value);
      if (isProse) traps.push({ offset: cut.offset, message: CUT });
    },
  });
  return traps;
}
