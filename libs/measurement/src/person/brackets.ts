import { bandDifference } from './difference';
import type { ScoreBand } from './score-band';

/** Indexes of the first and the last person of a run, inclusive. */
export type Bracket = { readonly first: number; readonly last: number };

/**
 * The longest runs of two persons or more in a list sorted by score (either way), in which the first cannot be distinguished from
 * the last. Runs overlap, because being indistinguishable is not transitive: the first may differ from the third, and the second
 * from neither. A person in no run differs from both neighbours. The bands are of one form. Linear in the number of persons.
 */
export function bracketsOf(bands: readonly ScoreBand[]): readonly Bracket[] {
  const brackets: Bracket[] = [];
  let last = 0;
  let covered = -1;
  for (let first = 0; first < bands.length; first++) {
    last = Math.max(first, last);
    while (last + 1 < bands.length && !areDistinct(bands[first], bands[last + 1])) last++;
    if (last > first && last > covered) brackets.push({ first, last });
    covered = Math.max(covered, last);
  }
  return brackets;
}

const areDistinct = (a?: ScoreBand, b?: ScoreBand): boolean =>
  a === undefined || b === undefined || bandDifference(a, b).isDistinguishable;
