import type { Tree } from './sql-tree';

/** What one fault puts in place of a node. */
export type Change = {
  readonly operator: string;
  readonly before: string;
  readonly after: string;
  readonly node: Tree;
};

/** A change of this operator, said as what stands there and what stands there after it. */
export function changed(operator: string, before: string, after: string, node: Tree): Change {
  return { operator, before, after, node };
}

/** The list with one item left out. */
export function without(items: readonly Tree[], index: number): readonly Tree[] {
  return items.filter((_, place) => place !== index);
}
