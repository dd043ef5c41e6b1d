import type { Score } from './score';

export type NumericKey = {
  readonly answer: { readonly value: number; readonly absTol?: number; readonly relTol?: number };
  readonly wrong: readonly { readonly value: number; readonly misconception: string }[];
};

export type NumericScore = Score & {
  /** The id of the misconception that produces this wrong number; null if none is known. */
  readonly misconception: string | null;
};

type Tolerance = { readonly absTol?: number; readonly relTol?: number };

/**
 * One point for a number within the larger of both tolerances of the answer, else none. A wrong number within the same
 * tolerance of a known wrong value reports its misconception; of several, the nearest.
 */
export function scoreNumeric({ answer, wrong }: NumericKey, given: number): NumericScore {
  if (isWithin(given, answer.value, answer)) return { earned: 1, possible: 1, misconception: null };
  const nearest = wrong
    .filter((mistake) => isWithin(given, mistake.value, answer))
    .sort((a, b) => Math.abs(a.value - given) - Math.abs(b.value - given))[0];
  return { earned: 0, possible: 1, misconception: nearest?.misconception ?? null };
}

/** The 1e-9 allows for rounding in binary: 12.3 + 0.05 is slightly more than 12.35. */
function isWithin(given: number, value: number, { absTol = 0, relTol = 0 }: Tolerance): boolean {
  const edge = Math.max(absTol, relTol * Math.abs(value));
  return Math.abs(given - value) <= edge + 1e-9 * Math.max(edge, Math.abs(value));
}
