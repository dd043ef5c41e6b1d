import type { Rng } from '@holdout/bank';
import { percentile } from '@holdout/measurement';
import type { Key, Metric, Scored } from './scored';

export type Interval = {
  readonly low: number;
  readonly high: number;
  readonly innerLow: number;
  readonly innerHigh: number;
  /** The number of resampled units. */
  readonly n: number;
};

export const REDRAWS = 1000;

/** About ten milliseconds of work. With 100,000 rows the whole takes seconds, during which leases must be renewed. */
const ROWS_A_BREATH = 500_000;

/**
 * 95 % and 50 % percentile bootstrap intervals of a metric, in the unit of the metric. Resamples rows with replacement, or
 * all rows with the same key together (the cluster bootstrap: A. C. Davison and D. V. Hinkley, Bootstrap Methods and their
 * Application, 1997, section 3.8). Resamples on which the metric is undefined are discarded. Yields to the event loop.
 */
export async function bootstrap(
  scored: Scored,
  metric: Metric,
  resampleBy: readonly Key[] | null,
  rng: Rng,
): Promise<Interval> {
  const rows = scored.truth.length;
  const { unitOfRow, n } = resampleBy === null ? { unitOfRow: null, n: rows } : unitsOf(resampleBy);
  const drawn = new Float64Array(n);
  const weights = unitOfRow === null ? drawn : new Float64Array(rows);
  const values: number[] = [];
  const redrawsABreath = Math.ceil(ROWS_A_BREATH / (rows + 1));
  for (let redraw = 0; redraw < REDRAWS; redraw++) {
    drawUnits(drawn, rng);
    if (unitOfRow !== null) spread(drawn, unitOfRow, weights);
    const value = metric(scored, weights);
    if (Number.isFinite(value)) values.push(value);
    if (redraw % redrawsABreath === 0) await new Promise(setImmediate);
  }
  const ascending = values.sort((a, b) => a - b);
  const at = (q: number): number => percentile(ascending, q);
  return { low: at(0.025), high: at(0.975), innerLow: at(0.25), innerHigh: at(0.75), n };
}

/** Draws as many units as there are, with replacement, and counts how often each was drawn. */
function drawUnits(drawn: Float64Array, rng: Rng): void {
  drawn.fill(0);
  for (let pick = 0; pick < drawn.length; pick++) {
    const unit = rng.int(0, drawn.length - 1);
    drawn[unit] = (drawn[unit] ?? 0) + 1;
  }
}

function spread(drawn: Float64Array, unitOfRow: readonly number[], weights: Float64Array): void {
  for (let row = 0; row < weights.length; row++) weights[row] = drawn[unitOfRow[row] ?? 0] ?? 0;
}

function unitsOf(resampleBy: readonly Key[]): { readonly unitOfRow: readonly number[]; readonly n: number } {
  const units = new Map<Key, number>();
  for (const key of resampleBy) if (!units.has(key)) units.set(key, units.size);
  return { unitOfRow: resampleBy.map((key) => units.get(key) ?? 0), n: units.size };
}
