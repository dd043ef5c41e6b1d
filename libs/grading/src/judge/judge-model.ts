import { isReached } from '@holdout/bank';
import type { ModelBundle } from '@holdout/bank';
import type { MaterializedModel } from '../contract/job';
import type { Predicted } from './judge-answers';
import { measure, metricValue } from '../metrics/measure';
import type { MetricReport, Verdict } from '../contract/report';

/** The verdict on the predictions of one or three runs, with the metric of the median run; no metric if any run failed. */
export async function judgeModel(
  bundle: ModelBundle,
  data: MaterializedModel & { readonly hash: string },
  runs: readonly Predicted[],
): Promise<{ readonly verdict: Verdict; readonly metric: MetricReport | null }> {
  const measured: { readonly numbers: readonly number[]; readonly value: number }[] = [];
  for (const predicted of runs) {
    if ('verdict' in predicted) return { verdict: predicted.verdict, metric: null };
    const { numbers } = predicted;
    measured.push({ numbers, value: metricValue(bundle.candidate.metric, data, numbers) });
  }
  const ascending = measured.sort((a, b) => a.value - b.value);
  const median = ascending[Math.floor(ascending.length / 2)];
  if (median === undefined) return { verdict: { kind: 'notGraded', reason: 'no run was made' }, metric: null };
  const metric = {
    ...(await measure(bundle, data, data.hash, median.numbers)),
    ...spreadOf(
      bundle,
      ascending.map(({ value }) => value),
    ),
  };
  const numbers = [
    metric.value,
    metric.low,
    metric.high,
    metric.spread ?? 0,
    ...metric.guards.map(({ value }) => value),
  ];
  return numbers.every(Number.isFinite) ? { verdict: verdictOf(metric), metric } : { verdict: TOO_LARGE, metric: null };
}

const TOO_LARGE: Verdict = { kind: 'invalidAnswer', reason: 'The predictions are too large to compute the metric.' };

function spreadOf({ candidate: { runs } }: ModelBundle, ascending: readonly number[]) {
  if (runs === undefined || ascending.length < runs.count) return { spread: null, maxSpread: null };
  return { spread: (ascending.at(-1) ?? NaN) - (ascending[0] ?? NaN), maxSpread: runs.maxSpread };
}

/** Passed if the metric reaches the pass line, every guard is met and the runs agree. Hints quote only the question. */
function verdictOf(metric: MetricReport): Verdict {
  const missed = (hint: string): Verdict => ({ kind: 'wrongAnswer', hint });
  if (!isReached(metric.name, metric.value, metric.pass)) return missed('the metric did not reach the pass line');
  const broken = metric.guards.find(({ isKept }) => !isKept);
  if (broken !== undefined)
    return missed(`the metric reached the pass line, but "${broken.title}" is beyond its limit`);
  const isApart = metric.spread !== null && metric.maxSpread !== null && metric.spread > metric.maxSpread;
  return isApart
    ? missed('runs of the same code differ by more than is allowed; use a fixed seed for every random step')
    : { kind: 'passed' };
}
