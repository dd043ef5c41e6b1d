import { deparse, parse } from 'pgsql-parser';
import type { UnnamedFault } from './fault';
import type { Change } from './sql-change';
import { changesOf } from './sql-changes';
import type { Fields, Path, Tree } from './sql-tree';
import { isFields, listOf, withPart } from './sql-tree';

type Place = { readonly path: Path; readonly offset: number };
type Placed = Change & Place;

/** How a cast is printed: only PostgreSQL knows `a::int`. */
export type CastStyle = 'postgresql' | 'standard';

/**
 * Every fault of one SQL statement, made in the syntax tree of PostgreSQL's parser and printed from it. The same parser
 * reads SQLite's queries; it supports the part of that dialect that questions use.
 */
export async function faultsOfSql(source: string, casts: CastStyle = 'postgresql'): Promise<readonly UnnamedFault[]> {
  const tree = (await parse(source)) as Tree;
  const same = await written(tree, casts);
  const found: Placed[] = [];
  walk(tree, { path: [], offset: 0 }, (placed) => found.push(placed));
  const faults: UnnamedFault[] = [];
  for (const { operator, before, after, node, path, offset } of found) {
    const faulty = await written(withPart(tree, path, node), casts);
    if (faulty !== null && faulty !== same)
      faults.push({ operator, before, after, source: faulty, ...placeOf(source, offset) });
  }
  return faults;
}

/** The statement printed from its syntax tree, as faults are; it must give the same rows as the original. */
export async function rewrittenSql(source: string, casts: CastStyle = 'postgresql'): Promise<string> {
  const text = await written((await parse(source)) as Tree, casts);
  if (text === null) throw new SyntaxError('The statement cannot be printed from its syntax tree.');
  return text;
}

async function written(tree: Tree, casts: CastStyle): Promise<string | null> {
  try {
    const text = await deparse(tree as unknown as Parameters<typeof deparse>[0]);
    await parse(text);
    return casts === 'postgresql' ? text : withStandardCasts(text);
  } catch {
    return null;
  }
}

const SHORT_CAST = /('(?:[^']|'')*'|[\w.]+)::(\w+)/g;

function withStandardCasts(text: string): string {
  return text.replace(SHORT_CAST, 'CAST($1 AS $2)');
}

/** The two sides of a set operation lack the wrapper object that other nodes have. */
const BARE_SELECTS: readonly string[] = ['larg', 'rarg'];

function walk(tree: Tree, { path, offset }: Place, visit: (placed: Placed) => void): void {
  const parts: readonly (readonly [string | number, Tree])[] = isFields(tree)
    ? Object.entries(tree)
    : [...listOf(tree).entries()];
  for (const [key, part] of parts) {
    const place = { path: [...path, key], offset: isFields(part) ? (locationOf(part) ?? offset) : offset };
    if (isFields(part) && typeof key === 'string') plant(key, part, place, visit);
    walk(part, place, visit);
  }
}

/** A change replaces the node with its wrapper, one level up; a bare select has no wrapper. */
function plant(key: string, part: Fields, { path, offset }: Place, visit: (placed: Placed) => void): void {
  const isBare = BARE_SELECTS.includes(key) && 'op' in part;
  for (const change of changesOf(isBare ? 'SelectStmt' : key, part)) {
    if (isBare) visit({ ...change, node: bare(change.node), path, offset });
    else visit({ ...change, path: path.slice(0, -1), offset });
  }
}

function bare(node: Tree): Tree {
  return isFields(node) ? (node['SelectStmt'] ?? node) : node;
}

/** Where a node begins; for nodes without a location, the first location among their children. */
function locationOf(part: Fields): number | null {
  const { location } = part;
  if (typeof location === 'number' && location >= 0) return location;
  const found = Object.values(part)
    .flatMap((inner) => (isFields(inner) ? [inner] : listOf(inner)))
    .flatMap((inner) => (isFields(inner) ? (locationOf(inner) ?? []) : []));
  return found.length === 0 ? null : Math.min(...found);
}

/** The parser's locations are in bytes of UTF-8. */
function placeOf(source: string, offset: number): { readonly line: number; readonly column: number } {
  const above = new TextDecoder().decode(new TextEncoder().encode(source).subarray(0, offset)).split('\n');
  return { line: above.length, column: (above.at(-1) ?? '').length + 1 };
}
