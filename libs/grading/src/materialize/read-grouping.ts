import type { GuardShown, ModelBundle } from '@holdout/bank';
import type { Value } from '@holdout/sandbox';
import { checkTruth } from '../metrics/check-metric';
import { MaterializeError } from '../contract/errors';
import type { MaterializedModel } from '../contract/job';
import type { Key } from '../metrics/scored';
import type { Fields } from '../values/fields-of';
import { fieldsOf } from '../values/fields-of';
import { partOf } from '../values/value-kinds';

type Made = { readonly fields: Fields; readonly where: string; readonly truth: readonly number[] };
type Grouping = Pick<MaterializedModel, 'resampleBy' | 'groups' | 'slices'>;

/** The resampling keys, groups and slices of the held-out rows. Throws unless every metric is defined on their truth. */
export function readGrouping(made: Made, { metric, guards = [] }: ModelBundle['candidate']): Grouping {
  const { where, truth } = made;
  const resampleBy = readKeys(made, 'resampleBy', metric.resample !== 'rows');
  const isGrouped = [metric, ...guards].some(({ by }) => by !== undefined);
  const groups = readKeys(made, 'groups', isGrouped);
  if (!isWithin(groups, resampleBy)) {
    throw new MaterializeError(`${where}: rows with the same key in "groups" must have the same key in "resampleBy"`);
  }
  const slices = readSlices(made, guards);
  const issue = checkTruth(metric, truth, groups);
  if (issue !== null) throw new MaterializeError(`${where}: ${issue}`);
  for (const guard of guards) checkGuard(guard, { made, groups, slices });
  return { resampleBy, ...(groups === null ? {} : { groups }), ...(slices === null ? {} : { slices }) };
}

function readKeys({ fields, where, truth }: Made, name: string, isNeeded: boolean): readonly Key[] | null {
  const part = partOf(fields.get(name) ?? null);
  if (part.kind === 'None') {
    if (isNeeded) throw new MaterializeError(`${where}: "${name}" must be a list of ${truth.length} keys`);
    return null;
  }
  if (!isNeeded) throw new MaterializeError(`${where}: question.yaml does not use "${name}"; remove it`);
  const items = listOf(fields.get(name) ?? null);
  const keys = items.filter((item): item is Key => typeof item === 'string' || typeof item === 'number');
  if (keys.length === truth.length && items.length === truth.length) return keys;
  throw new MaterializeError(`${where}: "${name}" must be ${truth.length} strings or numbers, one per row of "test"`);
}

/** A group that is resampled in parts has no defined metric. */
function isWithin(groups: readonly Key[] | null, units: readonly Key[] | null): boolean {
  if (groups === null || units === null) return true;
  const unitOf = new Map(groups.map((group, row) => [group, units[row]]));
  return groups.every((group, row) => unitOf.get(group) === units[row]);
}

type Slices = Readonly<Record<string, readonly boolean[]>>;

function readSlices({ fields, where, truth }: Made, guards: readonly GuardShown[]): Slices | null {
  const asked = guards.flatMap(({ slice }) => slice ?? []);
  if (asked.length === 0) return null;
  const given = fieldsOf(fields.get('slices') ?? null, `${where}: "slices"`);
  const flagsOf = (slice: string): readonly boolean[] => {
    const flags = listOf(given.get(slice) ?? null).filter((flag) => typeof flag === 'boolean');
    if (flags.length === truth.length && flags.includes(true)) return flags;
    throw new MaterializeError(
      `${where}: "slices" must have for "${slice}" a list of ${truth.length} booleans, at least one of them True`,
    );
  };
  return Object.fromEntries(asked.map((slice) => [slice, flagsOf(slice)]));
}

function listOf(value: Value): readonly Value[] {
  const part = partOf(value);
  return part.kind === 'Series' ? part.series.values : part.kind === 'sequence' ? part.items : [];
}

function checkGuard(
  guard: GuardShown,
  { made, groups, slices }: { made: Made; groups: readonly Key[] | null; slices: Slices | null },
): void {
  const isIn = (row: number): boolean => guard.slice === undefined || slices?.[guard.slice]?.[row] === true;
  const truth = made.truth.filter((_, row) => isIn(row));
  const groupOf = groups?.filter((_, row) => isIn(row)) ?? null;
  const issue = checkTruth(guard, truth, groupOf);
  if (issue !== null) throw new MaterializeError(`${made.where}: the guard "${guard.title}": ${issue}`);
}
