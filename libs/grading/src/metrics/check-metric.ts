import type { MetricName, MetricSpec } from '@holdout/bank';
import type { Key } from './scored';

/** The property of the truth without which a metric is undefined. */
type Need = 'anything' | 'bothClasses' | 'positives' | 'negatives' | 'classes' | 'spread' | 'relevance';

const NEEDS: Readonly<Record<MetricName, Need>> = {
  average_precision: 'bothClasses',
  roc_auc: 'bothClasses',
  log_loss: 'bothClasses',
  recall_at_capacity: 'positives',
  false_positive_rate: 'negatives',
  calibration_error: 'classes',
  r2: 'spread',
  ndcg: 'relevance',
  mae: 'anything',
  rmse: 'anything',
  pinball: 'anything',
  accuracy: 'anything',
  f1_macro: 'anything',
};

/** Why this metric is undefined on a truth, or null. `groupOf` as for `scoredOf`. */
export function checkTruth(
  { name }: MetricSpec,
  truth: readonly number[],
  groupOf: readonly Key[] | null = null,
): string | null {
  const issue = ISSUES[NEEDS[name]](truth, groupOf);
  return issue === null ? null : `${name} needs ${issue}`;
}

/** Why this metric cannot be computed from predictions, as a sentence, or null. */
export function checkPredicted({ name }: MetricSpec, predicted: readonly number[]): string | null {
  if (name !== 'log_loss' && name !== 'calibration_error') return null;
  return predicted.every((value) => value >= 0 && value <= 1) ? null : 'Expected probabilities from 0 to 1.';
}

type Issue = (truth: readonly number[], groupOf: readonly Key[] | null) => string | null;

const ISSUES: Readonly<Record<Need, Issue>> = {
  anything: () => null,
  classes: (truth) => checkClasses(truth, []),
  bothClasses: (truth) => checkClasses(truth, [0, 1]),
  positives: (truth) => checkClasses(truth, [1]),
  negatives: (truth) => checkClasses(truth, [0]),
  spread: (truth) => (new Set(truth).size > 1 ? null : 'a truth with at least two different values'),
  relevance: checkRelevance,
};

function checkClasses(truth: readonly number[], wanted: readonly number[]): string | null {
  const labels = new Set(truth);
  if (![...labels].every((label) => label === 0 || label === 1)) return 'a truth of 0 and 1 only';
  if (wanted.every((label) => labels.has(label))) return null;
  return wanted.length > 1 ? 'both classes in the truth' : `a row with the truth ${wanted.join()}`;
}

function checkRelevance(truth: readonly number[], groupOf: readonly Key[] | null): string | null {
  if (truth.some((value) => value < 0)) return 'a truth without negative values';
  const lists = Map.groupBy(truth.keys(), (row) => groupOf?.[row] ?? null);
  const isPlain = [...lists.values()].every((rows) => rows.length > 1 && rows.some((row) => (truth[row] ?? 0) > 0));
  return isPlain ? null : 'at least two rows in every list, one of them relevant';
}
