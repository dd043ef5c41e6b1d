import type { Metric } from './scored';

type Bin = { weight: number; truth: number; predicted: number };

/**
 * The expected calibration error of the positive class: the mean over rows of |share of positives − mean prediction|
 * within bins of equal width, each open below and closed above (C. Guo, G. Pleiss, Y. Sun and K. Q. Weinberger, On
 * calibration of modern neural networks, ICML 2017, section 2; there with 15 bins).
 */
export function calibrationError(bins: number): Metric {
  return ({ truth, predicted }, weights) => {
    const held = Array.from({ length: bins }, (): Bin => ({ weight: 0, truth: 0, predicted: 0 }));
    for (let row = 0; row < truth.length; row++) {
      const label = truth[row] ?? NaN;
      const probability = predicted[row] ?? NaN;
      const bin = held[Math.max(0, Math.ceil(probability * bins) - 1)];
      if (bin === undefined) return NaN;
      const weight = weights[row] ?? 0;
      bin.weight += weight;
      bin.truth += weight * label;
      bin.predicted += weight * probability;
    }
    const total = held.reduce((sum, { weight }) => sum + weight, 0);
    return held.reduce((sum, bin) => sum + Math.abs(bin.truth - bin.predicted), 0) / total;
  };
}

/** The false positive rate: the share of negative rows (truth 0) whose prediction is at least the threshold. */
export function falsePositiveRate(threshold: number): Metric {
  return ({ truth, predicted }, weights) => {
    let alarms = 0;
    let negatives = 0;
    for (let row = 0; row < truth.length; row++) {
      const label = truth[row] ?? NaN;
      if (label !== 0) continue;
      const weight = weights[row] ?? 0;
      if ((predicted[row] ?? NaN) >= threshold) alarms += weight;
      negatives += weight;
    }
    return alarms / negatives;
  };
}
