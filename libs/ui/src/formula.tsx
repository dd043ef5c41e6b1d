import { createElement, type CSSProperties, type ReactNode } from 'react';
import 'katex/dist/katex.min.css';
import { FORMULA_MARK } from './formula-mark';

const MATHML = [
  'math',
  'semantics',
  'mrow',
  'mi',
  'mn',
  'mo',
  'mtext',
  'mspace',
  'mfrac',
  'msqrt',
  'mroot',
  'mstyle',
].concat(
  ['mpadded', 'msub', 'msup', 'msubsup', 'munder', 'mover', 'munderover', 'mphantom', 'merror', 'menclose'],
  ['mtable', 'mtr', 'mtd'],
);
const ELEMENTS = new Set([...MATHML, 'span', 'svg', 'path', 'line']);

/** The allowed attributes: only those that affect layout. None can link or run a script. */
const ATTRIBUTES = new Set(
  [
    'display',
    'displaystyle',
    'scriptlevel',
    'mathvariant',
    'stretchy',
    'fence',
    'separator',
    'symmetric',
    'largeop',
  ].concat(
    ['movablelimits', 'accent', 'accentunder', 'form', 'lspace', 'rspace', 'linethickness', 'minsize', 'maxsize'],
    ['width', 'height', 'depth', 'voffset', 'columnalign', 'rowspacing', 'columnspacing', 'notation', 'aria-hidden'],
    ['class', 'stroke-width', 'viewBox', 'preserveAspectRatio', 'd', 'x1', 'x2', 'y1', 'y2'],
  ),
);
/** Attributes that React has by another name. */
const RENAMED: Readonly<Record<string, string>> = { class: 'className', 'stroke-width': 'strokeWidth' };

/** The properties that place the parts of a formula. None can load anything or leave the formula. */
const STYLES = new Set(
  ['height', 'min-width', 'width', 'top', 'bottom', 'left', 'vertical-align', 'position', 'color'].concat(
    ['margin-left', 'margin-right', 'padding-left', 'border-style', 'border-width', 'border-color'],
    ['border-bottom-width', 'border-top-width', 'border-right-width', 'border-left-width', 'background-color'],
  ),
);
const STYLE_VALUE = /^(?!fixed|sticky)[\w.#%-]+$/;

const camelCase = (name: string): string => name.replaceAll(/-(.)/g, (_all, letter: string) => letter.toUpperCase());

function styleOf(style: string): CSSProperties {
  const pairs = style.split(';').map((pair) => pair.split(':').map((part) => part.trim()));
  const known = pairs.filter(([name = '', value = '']) => STYLES.has(name) && STYLE_VALUE.test(value));
  return Object.fromEntries(known.map(([name = '', value = '']) => [camelCase(name), value]));
}

function propsOf(element: Element): Record<string, unknown> {
  const props: Record<string, unknown> = {};
  for (const { name, value } of element.attributes) {
    if (name === 'style') props['style'] = styleOf(value);
    else if (ATTRIBUTES.has(name)) props[RENAMED[name] ?? name] = value;
  }
  return props;
}

function partOf(node: Node, key: number): ReactNode {
  if (node instanceof Text) return node.data;
  if (!(node instanceof Element) || !ELEMENTS.has(node.localName)) return null;
  return createElement(node.localName, { ...propsOf(node), key }, ...[...node.childNodes].map(partOf));
}

/** The root elements of a formula: its HTML, displayed or inline, or MathML alone. */
const isRoot = ({ localName, className }: Element): boolean =>
  localName === 'math' || (localName === 'span' && /^katex(-display)?$/.test(className || 'katex'));

/**
 * A formula that the server has set; code if it is none. Its style sheet and fonts are loaded with this chunk, which is
 * for pages that show a formula. A browser does not translate it, and a wide one scrolls.
 */
export function Formula({ code }: { readonly code: string }) {
  const { documentElement } = new DOMParser().parseFromString(code.slice(FORMULA_MARK.length), 'application/xml');
  if (!isRoot(documentElement)) return <code>{code}</code>;
  const isBlock = documentElement.getAttribute('class') === 'katex-display';
  return (
    <span translate="no" {...(isBlock && { 'data-formula': 'block', tabIndex: 0 })}>
      {partOf(documentElement, 0)}
    </span>
  );
}
