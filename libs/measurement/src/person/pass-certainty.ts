import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import type { ScoreBand } from './score-band';

/** The probability, 0 to 1, that the true score is above the line; `low` and `high` differ from it only while marks are missing. */
export type PassCertainty = { readonly probability: number; readonly low: number; readonly high: number };

/**
 * The probability that the true score is above a line (of 100): Φ((score - line) / SE), as L. M. Rudner, Practical Assessment,
 * Research and Evaluation 7 (2001), 14. SE is the conditional error at the line, not at the score, because the latter tends to 0
 * at both ends; so the probability is above 97.5 % exactly if the 95 % band is above the line. A line of 0 is always
 * reached. While marks are missing, `low` and `high` are the probabilities at the bounds of the score.
 */
export function passCertainty(band: ScoreBand, line: number): PassCertainty {
  return {
    probability: certaintyAt(band.value, band, line),
    low: certaintyAt(band.bounds.low, band, line),
    high: certaintyAt(band.bounds.high, band, line),
  };
}

function certaintyAt(score: number, band: ScoreBand, line: number): number {
  if (line <= 0) return 1;
  const share = line / 100;
  const atLine = share < 1 ? Math.sqrt((share * (1 - share)) / band.effectiveItems) : 0;
  const error = atLine > 0 ? 100 * atLine : band.standardError;
  return normalCdf(score, line, error);
}

/**
 * The expected share of persons on the right side of the line: the mean of max(P, 1 - P) over their certainties (Rudner 2001). Null
 * without persons.
 */
export function classificationAccuracy(certainties: readonly PassCertainty[]): number | null {
  if (certainties.length === 0) return null;
  const right = certainties.map(({ probability }) => Math.max(probability, 1 - probability));
  return right.reduce((total, each) => total + each, 0) / right.length;
}
