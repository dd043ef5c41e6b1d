type Three = {
  readonly base: readonly string[];
  readonly mine: readonly string[];
  readonly theirs: readonly string[];
};

const among = (ids: readonly string[], others: readonly string[]): readonly string[] =>
  ids.filter((id) => others.includes(id));

const isSame = (a: readonly string[], b: readonly string[]): boolean => a.join('\n') === b.join('\n');

/** Whether a side has put what it shares with the base into another order. */
const hasReordered = (base: readonly string[], side: readonly string[]): boolean =>
  !isSame(among(base, side), among(side, base));

/** Whether both sides have changed the order, and not in the same way. */
export function isOrderContested({ base, mine, theirs }: Three): boolean {
  if (!hasReordered(base, mine) || !hasReordered(base, theirs)) return false;
  return !isSame(among(mine, theirs), among(theirs, mine));
}

/** The side whose order holds if it is not contested: the one that has changed it. */
export function sideOfOrder({ base, theirs }: Three): 'mine' | 'theirs' {
  return hasReordered(base, theirs) ? 'theirs' : 'mine';
}

/**
 * These ids in the order of the first list, and after each of them what follows it in the second list only. Ids of neither
 * list are at the end.
 */
export function orderedBy(
  ids: readonly string[],
  first: readonly string[],
  second: readonly string[],
): readonly string[] {
  const result = [...among(first, ids)];
  second.forEach((id, index) => {
    if (result.includes(id) || !ids.includes(id)) return;
    const before = second.slice(0, index).findLast((each) => result.includes(each));
    result.splice(before === undefined ? 0 : result.indexOf(before) + 1, 0, id);
  });
  return [...result, ...ids.filter((id) => !result.includes(id))];
}
