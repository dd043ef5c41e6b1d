import type { ModelBundle } from '@holdout/bank';
import type { Run } from '@holdout/sandbox';
import type { Sight } from '../judge/crash';
import { groupReport } from './grade-calls';
import type { MaterializedModel } from '../contract/job';
import { endedOf, judgedPartOf, type PredictionsJudged } from '../judge/judging';
import { judgeModel } from '../judge/judge-model';
import { loadError } from '../judge/load-error';
import { callProgram } from '../run/programs';
import type { GroupReport, MetricReport } from '../contract/report';
import type { Meter } from '../run/meter';
import type { Solution } from '../contract/solution';

/** The group name under which a model question reports its cost. */
export const MODEL_GROUP = 'held-out';

export type HashedModel = MaterializedModel & { readonly hash: string };

export type PredictionRun = PredictionsJudged & { readonly run: Run };

/**
 * Runs the function on all held-out rows, as often as the question says, and computes the metric of its predictions. Each
 * run has a box and a random state of its own. The group's cost is that of the slowest run.
 */
export async function gradeModel(
  solution: Solution,
  bundle: ModelBundle,
  data: HashedModel,
  meter: Meter,
): Promise<{ readonly groups: readonly GroupReport[]; readonly metric: MetricReport | null }> {
  const ran: PredictionRun[] = [];
  for (let count = bundle.candidate.runs?.count ?? 1; count > 0; count--) {
    const once = await runModel(solution, { bundle, data, sight: 'hidden' }, meter);
    const unloaded = once.isUnloaded ? await loadError(solution, bundle, meter.run) : null;
    ran.push(unloaded === null ? once : { ...once, predicted: { verdict: unloaded } });
    if ('verdict' in once.predicted) break;
  }
  const { verdict, metric } = await judgeModel(
    bundle,
    data,
    ran.map(({ predicted }) => predicted),
  );
  const [longest] = ran.map((each) => each.run).sort((a, b) => (b.cpuMs ?? b.wallMs) - (a.cpuMs ?? a.wallMs));
  return { groups: [groupReport(MODEL_GROUP, [verdict], longest === undefined ? [] : [longest])], metric };
}

/** Runs a model's function once and reads its predictions. */
export async function runModel(
  solution: Solution,
  {
    bundle,
    data,
    sight,
  }: {
    readonly bundle: ModelBundle;
    readonly data: Pick<MaterializedModel, 'train' | 'test' | 'truth'>;
    readonly sight: Sight;
  },
  { run, judge }: Pick<Meter, 'run' | 'judge'>,
): Promise<PredictionRun> {
  const program = callProgram(bundle, solution, [[data.train, data.test]]);
  const ran = await run(program);
  const { metric, guards } = bundle.candidate;
  const judged = await judge.predictions({
    kind: 'predictions',
    run: endedOf(ran),
    program: judgedPartOf(program),
    count: data.truth.length,
    asked: { metric, ...(guards && { guards }) },
    sight,
    language: solution.language,
  });
  return { run: ran, ...judged };
}
