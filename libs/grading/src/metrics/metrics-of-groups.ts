import type { Metric, Scored, Weights } from './scored';

/**
 * NDCG@k, the mean over lists: linear gains, discounted by log2(1 + rank) with ranks from 1 (K. Järvelin and J. Kekäläinen,
 * Cumulated gain-based evaluation of IR techniques, 2002). Rows with equal predictions share the mean discount of their
 * ranks, so that their order does not matter (F. McSherry and M. Najork, 2008). A list has the mean weight of its rows.
 */
export function ndcg(k: number): Metric {
  const known = new WeakMap<Scored, readonly number[]>();
  return (scored, weights) => {
    const each = known.get(scored) ?? scored.groups.map((rows) => ndcgOf(scored, rows, k));
    known.set(scored, each);
    let sum = 0;
    let total = 0;
    for (const [group, rows] of scored.groups.entries()) {
      const weight = meanWeight(rows, weights);
      sum += weight * (each[group] ?? NaN);
      total += weight;
    }
    return sum / total;
  };
}

function ndcgOf({ truth, predicted }: Scored, rows: readonly number[], k: number): number {
  const gains = rows.map((row) => truth[row] ?? NaN);
  const ideal = gains.toSorted((a, b) => b - a).reduce((sum, gain, place) => sum + gain * discount(place, k), 0);
  let sum = 0;
  for (const { from, to } of ties(rows, predicted)) {
    let discounts = 0;
    let gained = 0;
    for (let place = from; place < to; place++) {
      discounts += discount(place, k);
      gained += gains[place] ?? NaN;
    }
    sum += gained * (discounts / (to - from));
  }
  return sum / ideal;
}

function discount(place: number, k: number): number {
  return place < k ? 1 / Math.log2(place + 2) : 0;
}

/**
 * Recall at capacity: the share of all positives that are among the `capacity` rows with the highest predictions of each
 * group, for example what a team finds that can review so many cases a day. Rows that tie for the last places count in
 * proportion. A group with weight 2 counts as two groups, so its capacity doubles.
 */
export function recallAtCapacity(capacity: number): Metric {
  const known = new WeakMap<Scored, readonly Found[]>();
  return (scored, weights) => {
    const once = known.get(scored) ?? foundOnce(scored, capacity);
    known.set(scored, once);
    let found = 0;
    let positives = 0;
    for (const [group, rows] of scored.groups.entries()) {
      // Groups are usually resampled as a whole; then the counts of a group only have to be multiplied.
      const times = evenWeight(rows, weights);
      const each = times === null ? foundIn(scored, rows, weights, capacity) : scaled(once[group], times);
      found += each.found;
      positives += each.positives;
    }
    return found / positives;
  };
}

type Found = { readonly found: number; readonly positives: number };

function foundOnce(scored: Scored, capacity: number): readonly Found[] {
  const ones = scored.truth.map(() => 1);
  return scored.groups.map((rows) => foundIn(scored, rows, ones, capacity));
}

function scaled(each: Found | undefined, times: number): Found {
  return { found: times * (each?.found ?? NaN), positives: times * (each?.positives ?? NaN) };
}

function foundIn(scored: Scored, rows: readonly number[], weights: Weights, capacity: number): Found {
  let found = 0;
  let room = capacity * meanWeight(rows, weights);
  for (const { from, to } of ties(rows, scored.predicted)) {
    if (room <= 0) break;
    const { all, positive } = sums(scored, rows.slice(from, to), weights);
    const looked = Math.min(all, room);
    if (all > 0) found += positive * (looked / all);
    room -= looked;
  }
  return { found, positives: sums(scored, rows, weights).positive };
}

/** The weight of all rows, or null if they differ. */
function evenWeight(rows: readonly number[], weights: Weights): number | null {
  const first = weights[rows[0] ?? NaN] ?? NaN;
  return rows.every((row) => weights[row] === first) ? first : null;
}

function sums({ truth }: Scored, rows: readonly number[], weights: Weights): { all: number; positive: number } {
  let all = 0;
  let positive = 0;
  for (const row of rows) {
    all += weights[row] ?? 0;
    positive += (weights[row] ?? 0) * (truth[row] ?? NaN);
  }
  return { all, positive };
}

function meanWeight(rows: readonly number[], weights: Weights): number {
  return rows.reduce((sum, row) => sum + (weights[row] ?? 0), 0) / rows.length;
}

/** The ranges of rows with equal predictions; `to` is exclusive. */
function* ties(
  rows: readonly number[],
  predicted: readonly number[],
): Generator<{ readonly from: number; readonly to: number }> {
  let from = 0;
  for (const [place, row] of rows.entries()) {
    const next = rows[place + 1];
    if (next !== undefined && predicted[next] === predicted[row]) continue;
    yield { from, to: place + 1 };
    from = place + 1;
  }
}
