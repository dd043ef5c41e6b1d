import type { CodeBundle, ModelBundle } from '@holdout/bank';
import type { Sandbox } from '@holdout/sandbox';
import { checkHidden } from './check-hidden';
import { expectCalls, expectModel, expectQueries } from './expect';
import { generate } from './generate';
import type { MaterializeJob, MaterializedData } from '../contract/job';
import { readCallCases, readModelData, readQueryCases } from './read-generated';
import type { GeneratedPart } from './read-generated';
import type { Runner } from '../contract/runner';
import { runnerOf } from '../contract/runner';

export type Materialized = { readonly publicData: MaterializedData; readonly hiddenData: MaterializedData };

/**
 * Makes the public and hidden cases of a question version: runs its generator, validates the result, and runs the
 * reference on it as a candidate's program would run. Throws `MaterializeError` if the author must fix something.
 */
export async function materialize(
  job: MaterializeJob,
  bundle: CodeBundle | ModelBundle,
  sandbox: Sandbox,
  signal: AbortSignal,
): Promise<Materialized> {
  const run = runnerOf(sandbox, signal);
  const generated = await generate(job, bundle, run);
  const publicData = await materializePart({ part: 'public', value: generated.public }, bundle, run);
  const hiddenData = await materializePart({ part: 'hidden', value: generated.hidden }, bundle, run);
  return { publicData, hiddenData: checkHidden(bundle, hiddenData) };
}

async function materializePart(
  generated: GeneratedPart,
  bundle: CodeBundle | ModelBundle,
  run: Runner,
): Promise<MaterializedData> {
  if (bundle.kind === 'model') return expectModel(bundle, readModelData(generated, bundle), run);
  if (bundle.secret.compare.type === 'rows') return expectQueries(bundle, readQueryCases(generated), run);
  return expectCalls(bundle, readCallCases(generated), run);
}
