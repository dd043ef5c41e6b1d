import type { ModelBundle } from '@holdout/bank';
import type { Run } from '@holdout/sandbox';
import type { Sight } from './crash';
import { groupReport } from './grade-calls';
import type { MaterializedModel } from './job';
import { judgeMetric, predictedBy, returnedBy } from './judge-answers';
import type { Predicted, Returned } from './judge-answers';
import { measure } from './measure';
import { callProgram } from './programs';
import type { GroupReport, MetricReport, Verdict } from './report';
import type { Runner } from './runner';

/** The name under which a model question reports what its one run took. */
export const MODEL_GROUP = 'held-out';

export type HashedModel = MaterializedModel & { readonly hash: string };

export type PredictionRun = { readonly run: Run; readonly returned: Returned; readonly predicted: Predicted };

/** Runs the function once on all held-out rows and measures what it predicts. */
export async function gradeModel(
  source: string,
  bundle: ModelBundle,
  data: HashedModel,
  run: Runner,
): Promise<{ readonly groups: readonly GroupReport[]; readonly metric: MetricReport | null }> {
  const ran = await runModel(source, { bundle, data, sight: 'hidden' }, run);
  const { verdict, metric } = judgeModel(bundle, data, ran.predicted);
  return { groups: [groupReport(MODEL_GROUP, [verdict], [ran.run])], metric };
}

/** Runs a model's function and reads its predictions. */
export async function runModel(
  source: string,
  {
    bundle,
    data,
    sight,
  }: {
    readonly bundle: ModelBundle;
    readonly data: Pick<MaterializedModel, 'train' | 'test' | 'truth'>;
    readonly sight: Sight;
  },
  run: Runner,
): Promise<PredictionRun> {
  const program = callProgram(bundle, source, [[data.train, data.test]]);
  const ran = await run(program);
  const [returned = UNRUN] = returnedBy(ran, program.limits, 1, sight);
  return { run: ran, returned, predicted: predictedBy(returned, data.truth.length, bundle, sight) };
}

/** The verdict on predictions, with the metric where there is one. */
export function judgeModel(
  bundle: ModelBundle,
  data: HashedModel,
  predicted: Predicted,
): { readonly verdict: Verdict; readonly metric: MetricReport | null } {
  if ('verdict' in predicted) return { verdict: predicted.verdict, metric: null };
  const metric = measure(bundle, data, data.hash, predicted.numbers);
  if (![metric.value, metric.low, metric.high].every(Number.isFinite)) return { verdict: TOO_LARGE, metric: null };
  return { verdict: judgeMetric(metric.value, bundle.candidate.metric), metric };
}

const TOO_LARGE: Verdict = { kind: 'invalidAnswer', reason: 'The numbers are too large to be measured.' };

const UNRUN: Returned = { verdict: { kind: 'notGraded', reason: 'the call was not run' } };
