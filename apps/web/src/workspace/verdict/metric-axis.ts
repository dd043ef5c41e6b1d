import type { MetricView } from '../runs/submission-query';

const PER_CENT = 100;
/** What lies outermost is not drawn on the very edge. */
const MARGIN = 1.05;

type Shown = Pick<MetricView, 'value' | 'low' | 'high' | 'pass' | 'stretch' | 'baseline' | 'reference'>;

/**
 * Where a value of the metric lies on an axis of 0 to 100: shares on all of 0 to 1, anything else from 0, or from its
 * lowest value below 0, to a little more than its highest.
 */
export function axisOf({ value, low, high, pass, stretch, baseline, reference }: Shown): (value: number) => number {
  const all = [value, low, high, pass, stretch, reference, ...(baseline === null ? [] : [baseline])];
  const isShare = all.every((one) => one >= 0 && one <= 1);
  const from = Math.min(0, ...all) * MARGIN;
  const to = isShare ? 1 : Math.max(...all) * MARGIN;
  return (one) => ((one - from) / (to - from)) * PER_CENT;
}
