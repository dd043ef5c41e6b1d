import type { Rng } from '@holdout/bank';
import { percentile } from '@holdout/measurement';
import type { Key, Metric, Scored } from './metrics';

export type Interval = {
  readonly low: number;
  readonly high: number;
  readonly innerLow: number;
  readonly innerHigh: number;
  /** How many units were redrawn. */
  readonly n: number;
};

export const REDRAWS = 1000;

/**
 * 95 % and 50 % percentile intervals of a metric, from redrawing units with replacement: rows, or all rows that share
 * a key at once (the cluster bootstrap: A. C. Davison and D. V. Hinkley, Bootstrap Methods and their Application,
 * 1997, section 3.8). Redraws on which the metric has no meaning are left out.
 */
export function bootstrap(scored: Scored, metric: Metric, resampleBy: readonly Key[] | null, rng: Rng): Interval {
  const { unitOfRow, n } = unitsOf(scored.truth.length, resampleBy);
  const drawn = new Float64Array(n);
  const weights = new Float64Array(unitOfRow.length);
  const values: number[] = [];
  for (let redraw = 0; redraw < REDRAWS; redraw++) {
    drawn.fill(0);
    for (let pick = 0; pick < n; pick++) {
      const unit = rng.int(0, n - 1);
      drawn[unit] = (drawn[unit] ?? 0) + 1;
    }
    for (const [row, unit] of unitOfRow.entries()) weights[row] = drawn[unit] ?? 0;
    const value = metric(scored, weights);
    if (Number.isFinite(value)) values.push(value);
  }
  const ascending = values.sort((a, b) => a - b);
  const at = (q: number): number => percentile(ascending, q);
  return { low: at(0.025), high: at(0.975), innerLow: at(0.25), innerHigh: at(0.75), n };
}

function unitsOf(
  rows: number,
  resampleBy: readonly Key[] | null,
): { readonly unitOfRow: readonly number[]; readonly n: number } {
  if (resampleBy === null) return { unitOfRow: Array.from({ length: rows }, (_, row) => row), n: rows };
  const units = new Map<Key, number>();
  for (const key of resampleBy) if (!units.has(key)) units.set(key, units.size);
  return { unitOfRow: resampleBy.map((key) => units.get(key) ?? 0), n: units.size };
}
