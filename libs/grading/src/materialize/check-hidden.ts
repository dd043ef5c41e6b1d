import { isReached } from '@holdout/bank';
import type { CodeBundle, ModelBundle } from '@holdout/bank';
import { MaterializeError } from '../contract/errors';
import type { MaterializedData, MaterializedModel } from '../contract/job';

/**
 * The hidden data if it can grade, with its groups in the question's order. Throws `MaterializeError` unless every group of
 * the question has cases, or, for a model, the pass line lies between the baseline and the reference.
 */
export function checkHidden(bundle: CodeBundle | ModelBundle, data: MaterializedData): MaterializedData {
  if (bundle.kind === 'model') return data.kind === 'model' ? checkReference(bundle, data) : data;
  if (data.kind === 'model') return data;
  const unknown = data.groups.filter(({ name }) => !bundle.candidate.groups.some((group) => group.name === name));
  if (unknown.length > 0)
    throw new MaterializeError(
      `make(seed, "hidden") returned the group ${namesOf(unknown)}, which question.yaml does not name`,
    );
  const missing = bundle.candidate.groups.filter(({ name }) => !data.groups.some((group) => group.name === name));
  if (missing.length > 0)
    throw new MaterializeError(`make(seed, "hidden") returned no case for the group ${namesOf(missing)}`);
  const order = bundle.candidate.groups.map(({ name }) => name);
  const inOrder = <G extends { readonly name: string }>(groups: readonly G[]): readonly G[] =>
    [...groups].sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
  return data.kind === 'calls' ? { ...data, groups: inOrder(data.groups) } : { ...data, groups: inOrder(data.groups) };
}

function checkReference(bundle: ModelBundle, data: MaterializedModel): MaterializedModel {
  const { name, pass } = bundle.candidate.metric;
  if (data.baseline !== undefined && isReached(name, data.baseline, pass)) {
    throw new MaterializeError(
      `the baseline reaches ${data.baseline} on the hidden rows, which passes; the pass line is ${pass}`,
    );
  }
  if (!isReached(name, data.reference, pass)) {
    throw new MaterializeError(
      `the reference solution reaches ${data.reference} on the hidden rows, which does not pass; the pass line is ${pass}`,
    );
  }
  return data;
}

function namesOf(groups: readonly { readonly name: string }[]): string {
  return groups.map(({ name }) => name).join(', ');
}
