import { type Figure, MINIMUM_N, noVariance, tooFew } from '../figure';
import { percentile } from '../percentile';
import { wilson, Z_95 } from '../wilson';
import { type Coincidences, coincidencesOf, disagreements, type LevelMetric } from './coincidences';

export type KrippendorffOptions = {
  readonly metric: LevelMetric;
  /** Numbers in [0, 1) for the bootstrap, from a generator with a fixed seed, so that the same marks give the same interval. */
  readonly random: () => number;
  readonly needed?: number;
};

const REDRAWS = 1000;

/**
 * Krippendorff's alpha of any number of reviewers, with missing marks: each unit (answer) is the list of the levels that it was given, null
 * for none; those with fewer than two do not count. 1 for full agreement, 0 for agreement by chance. `ordinal` is the one for
 * rubric levels. K. Krippendorff, Content Analysis (2004), chapter 11. Needs 10 units with two levels or more; no variance if all
 * levels are equal.
 *
 * The interval is the percentile bootstrap over units, 1000 resamples; resamples without variance are discarded. With full agreement
 * every resample gives 1; the low end then follows from the Wilson low end of the share of units without disagreement.
 */
export function krippendorffAlpha(
  units: readonly (readonly (number | null)[])[],
  { metric, random, needed = MINIMUM_N.raters }: KrippendorffOptions,
): Figure {
  const { values, units: pairable } = coincidencesOf(units);
  const n = pairable.length;
  if (n < Math.max(1, needed)) return tooFew(n, needed);
  const all = { values, units: pairable };
  const { observed, expected, smallest } = disagreements(all, new Float64Array(n).fill(1), metric);
  if (!(expected > 0)) return noVariance(n);
  const value = 1 - observed / expected;
  if (observed === 0) {
    const [low] = wilson(1, n, Z_95);
    return { kind: 'estimate', value, low: Math.max(-1, 1 - ((1 - low) * smallest) / expected), high: 1, n };
  }
  const [low, high] = bootstrap(all, metric, random);
  return { kind: 'estimate', value, low: Math.min(value, low), high: Math.max(value, high), n };
}

function bootstrap(all: Coincidences, metric: LevelMetric, random: () => number): readonly [number, number] {
  const n = all.units.length;
  const drawn = new Float64Array(n);
  const alphas: number[] = [];
  for (let redraw = 0; redraw < REDRAWS; redraw++) {
    drawn.fill(0);
    for (let pick = 0; pick < n; pick++) {
      const unit = Math.min(n - 1, Math.floor(random() * n));
      drawn[unit] = (drawn[unit] ?? 0) + 1;
    }
    const { observed, expected } = disagreements(all, drawn, metric);
    if (expected > 0) alphas.push(1 - observed / expected);
  }
  alphas.sort((a, b) => a - b);
  return [percentile(alphas, 0.025), percentile(alphas, 0.975)];
}

export type { LevelMetric };
