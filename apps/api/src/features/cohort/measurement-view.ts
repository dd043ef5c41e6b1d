import type { Figure as Measured, NoScore, ScoreBand as Band } from '@holdout/measurement';
import type { Figure, ScoreBand } from '../../generated/resolvers';

const METHODS = { alpha: 'ALPHA', lord: 'LORD' } as const;

/** A band as the API shows it; null where there is no score. */
export function bandShown(band: Band | NoScore): ScoreBand | null {
  if (band.kind === 'noScore') return null;
  const { value, low, high, innerLow, innerHigh, items, isFewItems, isProvisional } = band;
  return { value, low, high, innerLow, innerHigh, items, isFewItems, isProvisional, method: METHODS[band.method] };
}

/** A statistic as the API shows it. */
export function figureShown(figure: Measured): Figure {
  switch (figure.kind) {
    case 'estimate': {
      const { value, low, high, n } = figure;
      return { kind: 'ESTIMATE', value, low, high, n, needed: null };
    }
    case 'tooFew':
      return { kind: 'TOO_FEW', value: null, low: null, high: null, n: figure.n, needed: figure.needed };
    case 'noVariance':
      return { kind: 'NO_VARIANCE', value: null, low: null, high: null, n: figure.n, needed: null };
  }
}
