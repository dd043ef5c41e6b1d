import type { BankIssue } from '../../bundle';
import type { MetricName, ModelFile } from './model-file';
import type { ReadFile } from '../../question-folder';

const PARAMETERS = ['k', 'quantile', 'capacity', 'bins', 'threshold', 'by'] as const;
type Parameter = (typeof PARAMETERS)[number];

/** A metric with its parameters. */
export type MetricSpec = { readonly name: MetricName } & {
  readonly [P in Parameter]?: (P extends 'by' ? string : number) | undefined;
};

type Use = 'needed' | 'possible';

const USES: Readonly<Partial<Record<MetricName, Readonly<Partial<Record<Parameter, Use>>>>>> = {
  pinball: { quantile: 'needed' },
  ndcg: { k: 'needed', by: 'needed' },
  recall_at_capacity: { capacity: 'needed', by: 'possible' },
  calibration_error: { bins: 'needed' },
  false_positive_rate: { threshold: 'needed' },
};

/** The issues of the metric and the guards of a model question. */
export function checkMetrics(question: ModelFile, { yaml }: ReadFile<unknown>): readonly BankIssue[] {
  const measured = [
    { spec: question.metric, path: ['metric'] },
    ...question.guards.map((spec, index) => ({ spec, path: ['guards', index] })),
  ];
  const parameters = measured.flatMap(({ spec, path }) => checkParameters(spec, path, yaml));
  return [...parameters, ...checkUnits(question, yaml), ...checkRuns(question, yaml)];
}

function checkParameters(
  spec: MetricSpec,
  path: readonly PropertyKey[],
  yaml: ReadFile<unknown>['yaml'],
): readonly BankIssue[] {
  const uses = USES[spec.name] ?? {};
  return PARAMETERS.flatMap((parameter) => {
    const isThere = spec[parameter] !== undefined;
    if (uses[parameter] === 'needed' && !isThere)
      return [yaml.issueAt(path, `${spec.name} needs "${parameter}"; add it`)];
    if (uses[parameter] === undefined && isThere) {
      return [yaml.issueAt([...path, parameter], `${spec.name} has no "${parameter}"; remove it`)];
    }
    return [];
  });
}

/** NDCG is defined on whole lists, so rows cannot be resampled one by one. */
function checkUnits({ metric, guards }: ModelFile, yaml: ReadFile<unknown>['yaml']): readonly BankIssue[] {
  const groupings = new Set([metric, ...guards].flatMap(({ by }) => by ?? []));
  const several =
    groupings.size > 1
      ? [yaml.issueAt(['guards'], 'metric and guards must share one "by"; the data has one "groups"')]
      : [];
  if (metric.name !== 'ndcg' || metric.resample !== 'rows') return several;
  return [
    ...several,
    yaml.issueAt(['metric', 'resample'], `ndcg is resampled by whole lists; write group:${metric.by ?? 'query'}`),
  ];
}

function checkRuns({ seeds, maxSpread }: ModelFile, yaml: ReadFile<unknown>['yaml']): readonly BankIssue[] {
  if ((seeds === 3) === (maxSpread !== undefined)) return [];
  return seeds === 3
    ? [yaml.issueAt(['seeds'], 'with three seeds, state in "maxSpread" by how much the runs may differ')]
    : [yaml.issueAt(['maxSpread'], 'one run has no spread; write seeds: 3 or remove it')];
}
