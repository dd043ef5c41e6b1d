import { isReached, rngOf } from '@holdout/bank';
import type { GuardShown, MetricSpec, ModelBundle } from '@holdout/bank';
import { bootstrap } from './bootstrap';
import type { MaterializedModel } from '../contract/job';
import { metricOf } from './metrics';
import { scoredOf, type Weights } from './scored';
import type { GuardReport, MetricReport } from '../contract/report';

export type HeldOut = Pick<MaterializedModel, 'truth' | 'groups' | 'slices'>;

/** The metric of predictions on all rows, or on the rows of one slice. `predicted` has one number per row of the truth. */
export function metricValue(
  spec: MetricSpec & { readonly slice?: string | undefined },
  data: HeldOut,
  predicted: readonly number[],
): number {
  const scored = scoredOf(data.truth, predicted, data.groups ?? null);
  return metricOf(spec)(scored, weightsOf(data, spec.slice));
}

/**
 * The metric of predictions with its bootstrap intervals, seeded by the hash of the data so that they are reproducible. The
 * caller adds the range over several runs.
 */
export async function measure(
  { candidate: { metric, guards = [] } }: ModelBundle,
  data: MaterializedModel,
  dataHash: string,
  predicted: readonly number[],
): Promise<MetricReport> {
  const { name, pass, stretch, resample } = metric;
  const scored = scoredOf(data.truth, predicted, data.groups ?? null);
  const interval = await bootstrap(scored, metricOf(metric), data.resampleBy, rngOf(dataHash));
  return {
    name,
    value: metricValue(metric, data, predicted),
    ...interval,
    unit: resample === 'rows' ? 'rows' : resample.replace(/^group:/, ''),
    pass,
    stretch,
    baseline: data.baseline ?? null,
    reference: data.reference,
    guards: guards.map((guard) => guardReport(guard, metricValue(guard, data, predicted))),
    spread: null,
    maxSpread: null,
  };
}

function guardReport({ title, name, limit }: GuardShown, value: number): GuardReport {
  return { title, name, value, limit, isKept: isReached(name, value, limit) };
}

/** Weight 1 for every row, or for every row of a slice and 0 for the others. */
function weightsOf({ truth, slices }: HeldOut, slice: string | undefined): Weights {
  const rows = slice === undefined ? null : slices?.[slice];
  if (rows === undefined) throw new Error(`the data has no slice ${slice ?? ''}`);
  return Float64Array.from(truth, (_, row) => (rows === null || rows[row] === true ? 1 : 0));
}
