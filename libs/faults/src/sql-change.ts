import type { Tree } from './sql-tree';

/** A fault in SQL: the node that replaces another. */
export type Change = {
  readonly operator: string;
  readonly before: string;
  readonly after: string;
  readonly node: Tree;
};

/** A change of this operator; `before` and `after` describe it, `node` is the replacement. */
export function changed(operator: string, before: string, after: string, node: Tree): Change {
  return { operator, before, after, node };
}

/** The list without the item at this index. */
export function without(items: readonly Tree[], index: number): readonly Tree[] {
  return items.filter((_, place) => place !== index);
}
