import { rngOf } from '@holdout/bank';
import type { ModelBundle } from '@holdout/bank';
import { bootstrap } from './bootstrap';
import type { MaterializedModel } from './job';
import { metricOf, scoredOf } from './metrics';
import type { MetricReport } from './report';

const EVERY_ROW_ONCE = (rows: number): Float64Array => new Float64Array(rows).fill(1);

/** The metric of predictions. */
export function metricValue(bundle: ModelBundle, truth: readonly number[], predicted: readonly number[]): number {
  return metricOf(bundle.candidate.metric.name)(scoredOf(truth, predicted), EVERY_ROW_ONCE(truth.length));
}

/** The metric of predictions with its intervals, which the hash of the data seeds so that they come out the same again. */
export function measure(
  bundle: ModelBundle,
  data: MaterializedModel,
  dataHash: string,
  predicted: readonly number[],
): MetricReport {
  const { name, pass, stretch, resample } = bundle.candidate.metric;
  const interval = bootstrap(scoredOf(data.truth, predicted), metricOf(name), data.resampleBy, rngOf(dataHash));
  return {
    name,
    value: metricValue(bundle, data.truth, predicted),
    ...interval,
    unit: resample === 'rows' ? 'rows' : resample.replace(/^group:/, ''),
    pass,
    stretch,
    reference: data.reference,
  };
}
