/** A part of a syntax tree of libpg-query: `{A_Expr: {…}}`, lists of nodes, and plain values. */
export type Tree = null | boolean | number | string | readonly Tree[] | Fields;
export type Fields = { readonly [key: string]: Tree };
export type Path = readonly (string | number)[];

export function isFields(tree: Tree | undefined): tree is Fields {
  return typeof tree === 'object' && tree !== null && !Array.isArray(tree);
}

export function listOf(tree: Tree | undefined): readonly Tree[] {
  return Array.isArray(tree) ? (tree as readonly Tree[]) : [];
}

/** The fields of a node of this type, or undefined for another type. */
export function inside(tree: Tree | undefined, type: string): Fields | undefined {
  const fields = isFields(tree) ? tree[type] : undefined;
  return isFields(fields) ? fields : undefined;
}

/** A copy of the tree with another part at one path. */
export function withPart(tree: Tree, path: Path, part: Tree): Tree {
  const [key, ...rest] = path;
  if (key === undefined) return part;
  if (Array.isArray(tree)) {
    return (tree as readonly Tree[]).map((item, index) => (index === key ? withPart(item, rest, part) : item));
  }
  if (!isFields(tree)) throw new RangeError('The tree has nothing at this path.');
  return { ...tree, [key]: withPart(tree[key] ?? null, rest, part) };
}

/** The text of the last part of a name such as `pg_catalog.sum`. */
export function nameOf(names: Tree | undefined): string {
  const text = inside(listOf(names).at(-1), 'String')?.['sval'];
  return typeof text === 'string' ? text : '';
}

/** A value as text; empty unless it is a text or a number. */
export function textOf(tree: Tree | undefined): string {
  return typeof tree === 'string' || typeof tree === 'number' ? String(tree) : '';
}

export function nameTree(name: string): Tree {
  return [{ String: { sval: name } }];
}
