import { createElement, type ReactNode } from 'react';

/** The server prefixes a code span that contains a formula with this character and removes it from authors' text. */
const MARK = '\uE000';

const ELEMENTS = new Set(
  ['math', 'semantics', 'mrow', 'mi', 'mn', 'mo', 'mtext', 'mspace', 'mfrac', 'msqrt', 'mroot', 'mstyle', 'mpadded']
    .concat(['msub', 'msup', 'msubsup', 'munder', 'mover', 'munderover', 'mphantom', 'merror'])
    .concat(['mtable', 'mtr', 'mtd']),
);

/** The allowed attributes: only those that affect layout. None can link or run a script. */
const ATTRIBUTES = new Set(
  ['display', 'displaystyle', 'scriptlevel', 'mathvariant', 'stretchy', 'fence', 'separator', 'symmetric', 'largeop']
    .concat([
      'movablelimits',
      'accent',
      'accentunder',
      'form',
      'lspace',
      'rspace',
      'linethickness',
      'minsize',
      'maxsize',
    ])
    .concat(['width', 'height', 'depth', 'voffset', 'columnalign', 'rowspacing', 'columnspacing']),
);

function partOf(node: Node, key: number): ReactNode {
  if (node instanceof Text) return node.data;
  if (!(node instanceof Element) || !ELEMENTS.has(node.localName)) return null;
  const known = [...node.attributes].filter(({ name }) => ATTRIBUTES.has(name));
  const props = Object.fromEntries(known.map(({ name, value }) => [name, value]));
  return createElement(node.localName, { ...props, key }, ...[...node.childNodes].map(partOf));
}

/** The formula in a code span; null if the span is code. */
export function formulaOf(code: ReactNode): ReactNode | null {
  if (typeof code !== 'string' || !code.startsWith(MARK)) return null;
  const { documentElement } = new DOMParser().parseFromString(code.slice(MARK.length), 'application/xml');
  return documentElement.localName === 'math' ? partOf(documentElement, 0) : null;
}
