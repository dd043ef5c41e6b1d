import type { ModelBundle } from '@holdout/bank';
import { caseReport } from './case-report';
import type { HashedModel } from '../grade/grade-model';
import { runModel } from '../grade/grade-model';
import { judgeModel } from '../judge/judge-model';
import { renderRows } from './render-case';
import type { CaseReport, MetricReport } from '../contract/report';
import type { Meter } from './meter';
import type { Solution } from '../contract/solution';

/** Runs a model's function once on the public rows; reports its predictions and their metric. */
export async function runModelPublicly(
  solution: Solution,
  bundle: ModelBundle,
  data: HashedModel,
  meter: Meter,
): Promise<{ readonly cases: readonly CaseReport[]; readonly metric: MetricReport | null }> {
  const ran = await runModel(solution, { bundle, data, sight: 'public' }, meter);
  const { verdict, metric } = await judgeModel(bundle, data, [ran.predicted]);
  const facts = {
    group: 'public',
    verdict,
    input: renderRows(data, solution.language),
    expected: `${data.truth.length} numbers, one per row of test`,
    actual: ran.actual,
  };
  return { cases: [caseReport(facts, ran.run)], metric };
}
