/** Questions that count the same. */
export type Weighted = { readonly count: number; readonly weight: number };

/**
 * The expected standard error of the total score of a person whose true share of the points is `share`, both from 0 to 1:
 * Lord's conditional standard error of measurement, sqrt(x (k - x) / (k - 1)) for k questions, as a share of k. With
 * weights it is stratified (Feldt, 1984): the questions of one weight are a stratum with its part W of all points, and the
 * variances W² p (1 - p) / (k - 1) add up. Weights that occur once are pooled into one stratum with the effective number of
 * questions (Σw)² / Σw².
 *
 * Each question counts as right or wrong, which partial credit only improves on. It describes a form that is drawn at
 * random from its questions. Null with fewer than two questions, and at shares of 0 and 1, where the formula gives 0.
 */
export function standardErrorAt(share: number, parts: readonly Weighted[]): number | null {
  const strata = strataOf(parts);
  const points = strata.reduce((total, stratum) => total + stratum.points, 0);
  const questions = parts.reduce((total, { count }) => total + count, 0);
  if (questions < 2 || share <= 0 || share >= 1) return null;
  const variance = strata.reduce((total, stratum) => {
    const freedom = Math.max(1, stratum.questions - 1);
    return total + ((stratum.points / points) ** 2 * share * (1 - share)) / freedom;
  }, 0);
  return Math.sqrt(variance);
}

type Stratum = { readonly questions: number; readonly points: number };

function strataOf(parts: readonly Weighted[]): readonly Stratum[] {
  const counts = new Map<number, number>();
  for (const { count, weight } of parts) counts.set(weight, (counts.get(weight) ?? 0) + count);
  const all = [...counts].filter(([, count]) => count > 0);
  const strata = all.filter(([, count]) => count > 1).map(([weight, count]) => stratumOf(count, weight * count));
  const single = all.filter(([, count]) => count === 1).map(([weight]) => weight);
  if (single.length === 0) return strata;
  const points = single.reduce((total, weight) => total + weight, 0);
  const squares = single.reduce((total, weight) => total + weight ** 2, 0);
  return [...strata, stratumOf(points ** 2 / squares, points)];
}

const stratumOf = (questions: number, points: number): Stratum => ({ questions, points });
