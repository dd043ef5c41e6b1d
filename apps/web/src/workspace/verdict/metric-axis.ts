import type { MetricView } from '../runs/submission-query';

const PER_CENT = 100;
/** Padding, so that the outermost value is not drawn at the edge. */
const MARGIN = 1.05;

type Shown = Pick<MetricView, 'value' | 'low' | 'high' | 'pass' | 'stretch' | 'baseline' | 'reference'>;

/**
 * Maps a metric value to an axis of 0 to 100. If all values are shares, the axis is 0 to 1; else it runs from 0, or the
 * lowest negative value, to the highest value, plus a margin.
 */
export function axisOf({ value, low, high, pass, stretch, baseline, reference }: Shown): (value: number) => number {
  const all = [value, low, high, pass, stretch, reference, ...(baseline === null ? [] : [baseline])];
  const isShare = all.every((one) => one >= 0 && one <= 1);
  const from = Math.min(0, ...all) * MARGIN;
  const to = isShare ? 1 : Math.max(...all) * MARGIN;
  return (one) => ((one - from) / (to - from)) * PER_CENT;
}
