import type { ModelBundle } from '@holdout/bank';
import { caseReport } from './case-report';
import type { HashedModel } from '../grade/grade-model';
import { runModel } from '../grade/grade-model';
import { judgeModel } from '../judge/judge-model';
import { renderRows } from './render-case';
import { renderValue } from '../values/render-value';
import type { CaseReport, MetricReport } from '../contract/report';
import type { Runner } from '../contract/runner';
import type { Solution } from '../contract/solution';

/** Runs a model's function once on the public rows; reports its predictions and their metric. */
export async function runModelPublicly(
  solution: Solution,
  bundle: ModelBundle,
  data: HashedModel,
  run: Runner,
): Promise<{ readonly cases: readonly CaseReport[]; readonly metric: MetricReport | null }> {
  const ran = await runModel(solution, { bundle, data, sight: 'public' }, run);
  const { verdict, metric } = await judgeModel(bundle, data, [ran.predicted]);
  const facts = {
    group: 'public',
    verdict,
    input: renderRows(data, solution.language),
    expected: `${data.truth.length} numbers, one per row of test`,
    actual: 'value' in ran.returned ? renderValue(ran.returned.value, solution.language) : null,
  };
  return { cases: [caseReport(facts, ran.run)], metric };
}
