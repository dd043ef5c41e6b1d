export type Pair = readonly [first: string, then: string];

/** The transitive closure of the pairs. */
export function closureOf(pairs: readonly Pair[]): readonly Pair[] {
  const after = new Map<string, Set<string>>();
  for (const [first, then] of pairs) after.set(first, (after.get(first) ?? new Set()).add(then));
  return [...after.keys()].flatMap((first) => [...reachedFrom(first, after)].map((then): Pair => [first, then]));
}

/** A step that must come before itself (a cycle), or null if the pairs can be kept. */
export function cycleIn(pairs: readonly Pair[]): string | null {
  return closureOf(pairs).find(([first, then]) => first === then)?.[0] ?? null;
}

/** Whether the order has both steps, the first before the other. */
export function isKept([first, then]: Pair, order: readonly string[]): boolean {
  const place = order.indexOf(first);
  return place >= 0 && place < order.indexOf(then);
}

/**
 * The share of precedence pairs that the order keeps, minus one pair for each step that should be left out, never
 * below 0. A missing step keeps no pair.
 */
export function shareKept(pairs: readonly Pair[], leftOut: readonly string[], order: readonly string[]): number {
  const kept = pairs.filter((pair) => isKept(pair, order)).length;
  const intruders = order.filter((step) => leftOut.includes(step)).length;
  return pairs.length === 0 ? 0 : Math.max(0, kept - intruders) / pairs.length;
}

function reachedFrom(start: string, after: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = [...(after.get(start) ?? [])];
  for (let step = waiting.pop(); step !== undefined; step = waiting.pop()) {
    if (reached.has(step)) continue;
    reached.add(step);
    waiting.push(...(after.get(step) ?? []));
  }
  return reached;
}
