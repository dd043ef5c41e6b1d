/** A sign of work on an item: it was shown for the first time, or something of it was saved. */
export type WorkSign = { readonly itemId: string; readonly kind: 'shown' | 'saved'; readonly at: Date };

/**
 * The share of the time between the first and the last sign that went to each item, from 0 to 1, estimated from what was stored: until
 * something is saved the time belongs to the item that it was saved of, and until another item is shown to the one before. Signs
 * are in the order of time. Empty if there is nothing to divide.
 */
export function timeShares(signs: readonly WorkSign[]): ReadonlyMap<string, number> {
  const spent = new Map<string, number>();
  let before: WorkSign | null = null;
  for (const sign of signs) {
    if (before !== null) {
      const itemId: string = sign.kind === 'shown' ? before.itemId : sign.itemId;
      spent.set(itemId, (spent.get(itemId) ?? 0) + Math.max(0, sign.at.getTime() - before.at.getTime()));
    }
    before = sign;
  }
  const all = [...spent.values()].reduce((sum, each) => sum + each, 0);
  return all > 0 ? new Map([...spent].map(([itemId, each]) => [itemId, each / all])) : new Map();
}
