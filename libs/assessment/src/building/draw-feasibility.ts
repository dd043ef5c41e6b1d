/** A pool that must still draw some of its options. No option may be drawn twice, also not by different pools. */
export type Demand<Id> = { readonly need: number; readonly options: ReadonlySet<Id> };

/**
 * The number of draws that cannot be made, whatever is drawn: 0 if every pool can draw its number. It is the total need
 * minus a maximum matching of draws to options (Kuhn's augmenting paths).
 *
 * A pool with at least as many options as all pools together need is always served, so it is left out first. That keeps
 * the graph small: the remaining pools have fewer options than there are draws.
 */
export function shortfallOf<Id>(demands: readonly Demand<Id>[]): number {
  const scarce = scarceOf(demands.filter(({ need }) => need > 0));
  const takenBy = new Map<Id, number>();
  let missing = 0;
  scarce.forEach(({ need }, pool) => {
    for (let draw = 0; draw < need; draw++) {
      if (!augment(scarce, takenBy, pool, new Set())) missing += 1;
    }
  });
  return missing;
}

function scarceOf<Id>(demands: readonly Demand<Id>[]): readonly Demand<Id>[] {
  const total = demands.reduce((sum, { need }) => sum + need, 0);
  const scarce = demands.filter(({ options }) => options.size < total);
  return scarce.length === demands.length ? demands : scarceOf(scarce);
}

/** Gives the pool one more option, moving other pools to other options if necessary. */
function augment<Id>(demands: readonly Demand<Id>[], takenBy: Map<Id, number>, pool: number, seen: Set<Id>): boolean {
  for (const option of demands[pool]?.options ?? []) {
    if (seen.has(option)) continue;
    seen.add(option);
    const owner = takenBy.get(option);
    if (owner === pool) continue;
    if (owner === undefined || augment(demands, takenBy, owner, seen)) {
      takenBy.set(option, pool);
      return true;
    }
  }
  return false;
}
