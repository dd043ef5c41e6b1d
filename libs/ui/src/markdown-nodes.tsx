import { lazy, type ReactNode } from 'react';
import type { fromMarkdown } from 'mdast-util-from-markdown';
import { fetchFormulas } from './fetch-formulas';
import { FORMULA_MARK } from './formula-mark';

const Formula = lazy(async () => ({ default: (await fetchFormulas()).Formula }));

type Root = ReturnType<typeof fromMarkdown>;
type Node = Root | Root['children'][number];
type Of<T extends Node['type']> = Extract<Node, { type: T }>;
type Parent = Extract<Node, { children: unknown }>;
type Place = Pick<Of<'definition'>, 'url'>;

/** What the nodes of one text share. */
type Text = { readonly topHeading: number; readonly places: ReadonlyMap<string, Place> };

type Level = 2 | 3 | 4 | 5 | 6;

/** The only protocols that a link may name. Others could run a script. */
const PROTOCOL = /^(https?|mailto):/i;
const isOutside = (url: string) => /^https?:/i.test(url);

/** A relative address has no colon before its path, query or fragment. */
const safe = (url: string): string => (PROTOCOL.test(url) || /^[^:]*([/?#]|$)/.test(url) ? url : '');

function Link({ url, children }: Place & { readonly children: ReactNode }) {
  const href = safe(url);
  return isOutside(href) ? (
    <a href={href} target="_blank" rel="noreferrer">
      {children}
    </a>
  ) : (
    <a href={href}>{children}</a>
  );
}

function TableRow({ row, table, text }: { row: Of<'tableRow'>; table: Of<'table'>; text: Text }) {
  const Cell = table.children[0] === row ? 'th' : 'td';
  return (
    <tr>
      {table.children[0]?.children.map((_, column) => {
        const align = table.align?.[column] ?? null;
        const cell = row.children[column];
        return (
          <Cell key={column} {...(align === null ? {} : { style: { textAlign: align } })}>
            {cell === undefined ? null : inside(cell, text)}
          </Cell>
        );
      })}
    </tr>
  );
}

/** A horizontally scrollable element must be focusable by keyboard. */
function Table({ table, text }: { readonly table: Of<'table'>; readonly text: Text }) {
  const [head, ...body] = table.children.map((row, index) => <TableRow key={index} {...{ row, table, text }} />);
  return (
    <div data-scroll tabIndex={0}>
      <table>
        <thead>{head}</thead>
        {body.length === 0 ? null : <tbody>{body}</tbody>}
      </table>
    </div>
  );
}

/** Paragraphs of a tight list have no space between them. */
function List({ list, text }: { readonly list: Of<'list'>; readonly text: Text }) {
  const isLoose = list.spread === true || list.children.some(({ spread }) => spread === true);
  const items = list.children.map((item, index) => (
    <li key={index}>
      {item.children.map((node, at) => {
        const isBare = !isLoose && node.type === 'paragraph';
        return <Part key={at} node={node} text={text} isBare={isBare} />;
      })}
    </li>
  ));
  if (list.ordered !== true) return <ul>{items}</ul>;
  return list.start === 1 || typeof list.start !== 'number' ? <ol>{items}</ol> : <ol start={list.start}>{items}</ol>;
}

function Part({ node, text, isBare }: { readonly node: Node; readonly text: Text; readonly isBare: boolean }) {
  return isBare && 'children' in node ? inside(node, text) : show(node, text);
}

const inside = ({ children }: Parent, text: Text): ReactNode =>
  children.map((node, index) => <Part key={index} node={node} text={text} isBare={false} />);

/** The parser reads a reference without a definition as text. */
function referred(node: Of<'linkReference'>, text: Text): ReactNode {
  const place = text.places.get(node.identifier);
  return place === undefined ? inside(node, text) : <Link url={place.url}>{inside(node, text)}</Link>;
}

const picture = ({ alt }: Pick<Of<'image'>, 'alt'>, place: Place | undefined) => (
  <img alt={alt ?? ''} src={safe(place?.url ?? '') || undefined} />
);

function Heading({ node, text }: { readonly node: Of<'heading'>; readonly text: Text }) {
  const Level = `h${Math.min(6, text.topHeading + node.depth - 1) as Level}` as const;
  return <Level>{inside(node, text)}</Level>;
}

const nothing = () => null;
const raw = ({ value }: { readonly value: string }) => value;

/** Raw HTML stays text. Of the extensions of GitHub only tables are read. */
const SHOW: { readonly [T in Node['type']]: (node: Of<T>, text: Text) => ReactNode } = {
  root: inside,
  paragraph: (node, text) => <p>{inside(node, text)}</p>,
  heading: (node, text) => <Heading node={node} text={text} />,
  text: ({ value }) => value.replaceAll(/[ \t]*(\r?\n|\r)[ \t]*/g, '$1'),
  html: raw,
  emphasis: (node, text) => <em>{inside(node, text)}</em>,
  strong: (node, text) => <strong>{inside(node, text)}</strong>,
  delete: (node, text) => <del>{inside(node, text)}</del>,
  inlineCode: ({ value }) =>
    value.startsWith(FORMULA_MARK) ? <Formula code={value} /> : <code>{value.replaceAll(/\r?\n|\r/g, ' ')}</code>,
  // Focusable, because it scrolls horizontally.
  code: ({ value, lang }) => (
    <pre tabIndex={0}>
      <code className={lang ? `language-${lang}` : undefined}>{value === '' ? '' : `${value}\n`}</code>
    </pre>
  ),
  break: () => <br />,
  thematicBreak: () => <hr />,
  blockquote: (node, text) => <blockquote>{inside(node, text)}</blockquote>,
  list: (list, text) => <List list={list} text={text} />,
  listItem: inside,
  table: (table, text) => <Table table={table} text={text} />,
  tableRow: inside,
  tableCell: inside,
  link: (node, text) => <Link url={node.url}>{inside(node, text)}</Link>,
  linkReference: referred,
  image: (node) => picture(node, node),
  imageReference: (node, text) => picture(node, text.places.get(node.identifier)),
  definition: nothing,
  footnoteDefinition: nothing,
  footnoteReference: nothing,
  yaml: nothing,
};

function show<T extends Node['type']>(node: Of<T>, text: Text): ReactNode {
  return (SHOW[node.type] as (node: Of<T>, text: Text) => ReactNode)(node, text);
}

/** The syntax tree of a text as elements. The first definition of a reference counts. */
export function markdownNodes(root: Root, topHeading: 2 | 3 | 4): ReactNode {
  const definitions = root.children.filter((node) => node.type === 'definition').reverse();
  return inside(root, { topHeading, places: new Map(definitions.map((place) => [place.identifier, place])) });
}
