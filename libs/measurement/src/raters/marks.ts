/** One reviewer's level for one answer (for one criterion of a rubric). */
export type RaterMark = { readonly unit: string; readonly rater: string; readonly level: number };

/** The levels that two reviewers gave to the same answer. */
export type LevelPair = readonly [number, number];

/** The marks of each answer, in the order in which answers first occur. */
export function marksByUnit(marks: readonly RaterMark[]): ReadonlyMap<string, readonly RaterMark[]> {
  return Map.groupBy(marks, ({ unit }) => unit);
}

/**
 * One pair for each answer that the reviewer and another have marked: the reviewer's level, and that of the other whose mark comes
 * first in `marks`. One pair only, because several pairs of one answer are not independent.
 */
export function pairsOf(rater: string, marks: readonly RaterMark[]): readonly LevelPair[] {
  return [...marksByUnit(marks).values()].flatMap((ofUnit): readonly LevelPair[] => {
    const own = ofUnit.find((mark) => mark.rater === rater);
    const other = ofUnit.find((mark) => mark.rater !== rater);
    return own !== undefined && other !== undefined ? [[own.level, other.level]] : [];
  });
}

/** The levels of each answer, for `krippendorffAlpha`. */
export function levelsByUnit(marks: readonly RaterMark[]): readonly (readonly number[])[] {
  return [...marksByUnit(marks).values()].map((ofUnit) => ofUnit.map(({ level }) => level));
}
