/** A metric as a grader reports it, with every field that a candidate must not see before its time. */
export const METRIC = {
  name: 'roc_auc',
  value: 0.7,
  low: 0.6,
  high: 0.8,
  innerLow: 0.65,
  innerHigh: 0.75,
  n: 100,
  unit: 'rows',
  pass: 0.8,
  stretch: 0.9,
  baseline: 0.6,
  reference: 0.85,
  guards: [{ title: 'Sunny hours', name: 'roc_auc', value: 0.6, limit: 0.7, isKept: false }],
  spread: null,
  maxSpread: null,
} as const;
