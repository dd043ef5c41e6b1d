import type { ModelBundle } from '@holdout/bank';
import { caseReport } from './case-report';
import type { HashedModel } from './grade-model';
import { judgeModel, runModel } from './grade-model';
import { renderValue } from './render-value';
import type { CaseReport, MetricReport } from './report';
import type { Runner } from './runner';

/** Runs a model's function on the public rows and shows what it predicts and how that measures. */
export async function runModelPublicly(
  source: string,
  bundle: ModelBundle,
  data: HashedModel,
  run: Runner,
): Promise<{ readonly cases: readonly CaseReport[]; readonly metric: MetricReport | null }> {
  const ran = await runModel(source, { bundle, data, sight: 'public' }, run);
  const { verdict, metric } = judgeModel(bundle, data, ran.predicted);
  const facts = {
    group: 'public',
    verdict,
    input: `train:\n${renderValue(data.train)}\n\ntest:\n${renderValue(data.test)}`,
    expected: `${data.truth.length} numbers, one per row of test`,
    actual: 'value' in ran.returned ? renderValue(ran.returned.value) : null,
  };
  return { cases: [caseReport(facts, ran.run)], metric };
}
