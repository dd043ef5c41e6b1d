import type { MaterializedData } from '@holdout/grading';

/** The names of the groups of cases; empty for a model question. */
export function groupNames(data: MaterializedData): readonly string[] {
  return data.kind === 'model' ? [] : data.groups.map(({ name }) => name);
}

/** The data with only the named groups. The data of a model question has no groups and is returned unchanged. */
export function onlyGroups(data: MaterializedData, names: readonly string[]): MaterializedData {
  if (data.kind === 'model') return data;
  if (data.kind === 'calls') return { ...data, groups: data.groups.filter(({ name }) => names.includes(name)) };
  return { ...data, groups: data.groups.filter(({ name }) => names.includes(name)) };
}
