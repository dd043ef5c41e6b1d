import type { ModelBundle } from '@holdout/bank';
import type { SqlCell, Value } from '@holdout/sandbox';
import { MaterializeError } from '../contract/errors';
import type { CallCase, MaterializedModel, SqlTables } from '../contract/job';
import { lengthOf, numbersOf } from '../values/numbers-of';
import { fieldOf, fieldsOf } from '../values/fields-of';
import type { Fields } from '../values/fields-of';
import { readGrouping } from './read-grouping';
import { partOf } from '../values/value-kinds';

export type GeneratedPart = { readonly part: 'public' | 'hidden'; readonly value: Value };

export type GroupOf<Case> = { readonly name: string; readonly cases: readonly Case[] };

/** The arguments of a call, and all accepted answers where there are several. */
export type CallInput = Omit<CallCase, 'expected'>;

/** Reads `{group: [{"args": […], "anyOf": […]}, …]}`; `anyOf` is optional. Throws `MaterializeError`. */
export function readCallCases(generated: GeneratedPart): readonly GroupOf<CallInput>[] {
  return readGroups(generated, ['args', 'anyOf'], (fields, where) => {
    const args = partOf(fieldOf(fields, 'args', where));
    if (args.kind !== 'sequence')
      throw new MaterializeError(`${where}: "args" must be a list of the positional arguments`);
    const anyOf = fields.get('anyOf');
    return { args: args.items.map(streamOf), ...(anyOf === undefined ? {} : { anyOf: readAnyOf(anyOf, where) }) };
  });
}

function readAnyOf(value: Value, where: string): readonly Value[] {
  const part = partOf(value);
  if (part.kind === 'sequence' && part.items.length > 0 && part.items.length <= MAX_RIGHT_ANSWERS) return part.items;
  throw new MaterializeError(`${where}: "anyOf" must be a list of 1 to ${MAX_RIGHT_ANSWERS} accepted answers`);
}

const MAX_RIGHT_ANSWERS = 1000;

/** A generator returns a stream as a dictionary with the key `$`, which the box encodes as `entries`; decoded here. */
function streamOf(arg: Value): Value {
  const part = partOf(arg);
  if (part.kind !== 'dict') return arg;
  const { $: tag, float64, times = 1, ...others } = Object.fromEntries(part.pairs) as Readonly<Record<string, Value>>;
  const isStream = tag === 'stream' && typeof float64 === 'string' && typeof times === 'number';
  if (!isStream || Object.keys(others).length > 0) return arg;
  return times === 1 ? { $: 'stream', float64 } : { $: 'stream', float64, times };
}

/** Reads `{group: [{"tables": {table: [row, …]}}, …]}`. Throws `MaterializeError`. */
export function readQueryCases(generated: GeneratedPart): readonly GroupOf<{ readonly tables: SqlTables }>[] {
  return readGroups(generated, ['tables'], (fields, where) => {
    const tables = fieldsOf(fieldOf(fields, 'tables', where), `${where}: "tables"`);
    const read = [...tables].map(([table, rows]) => [table, readRows(rows, `${where}, table ${table}`)] as const);
    return { tables: Object.fromEntries(read) };
  });
}

export type ModelInput = Omit<MaterializedModel, 'baseline' | 'reference' | 'kind'>;

/** Reads `{"train", "test", "truth", "resampleBy"}`, and `"groups"` and `"slices"` if the metrics need them. */
export function readModelData({ part, value }: GeneratedPart, bundle: ModelBundle): ModelInput {
  const where = `make(seed, "${part}")`;
  const fields = fieldsOf(value, where);
  const test = fieldOf(fields, 'test', where);
  const rows = lengthOf(test);
  if (rows === null || rows === 0) throw new MaterializeError(`${where}: "test" must be a DataFrame with rows`);
  const truth = numbersOf(fieldOf(fields, 'truth', where));
  if (!truth.ok || truth.numbers.length !== rows) {
    throw new MaterializeError(`${where}: "truth" must be ${rows} finite numbers, one per row of "test"`);
  }
  const grouping = readGrouping({ fields, where, truth: truth.numbers }, bundle.candidate);
  return { train: fieldOf(fields, 'train', where), test, truth: truth.numbers, ...grouping };
}

function readGroups<Case>(
  { part, value }: GeneratedPart,
  keys: readonly string[],
  readCase: (fields: Fields, where: string) => Case,
): readonly GroupOf<Case>[] {
  const groups = fieldsOf(value, `make(seed, "${part}")`);
  return [...groups].map(([name, listed]) => {
    const cases = partOf(listed);
    const where = `make(seed, "${part}"), group ${name}`;
    if (cases.kind !== 'sequence' || cases.items.length === 0)
      throw new MaterializeError(`${where}: return a list of cases`);
    const read = cases.items.map((item, index) => {
      const at = `${where}, case ${index + 1}`;
      const fields = fieldsOf(item, at);
      const read = readCase(fields, at);
      const others = [...fields.keys()].filter((key) => !keys.includes(key));
      if (others.length === 0) return read;
      throw new MaterializeError(`${at}: a case has ${keys.join(' and ')}; remove ${others.join(', ')}`);
    });
    return { name, cases: read };
  });
}

function readRows(rows: Value, where: string): readonly Readonly<Record<string, SqlCell>>[] {
  const part = partOf(rows);
  if (part.kind !== 'sequence')
    throw new MaterializeError(`${where}: return a list of rows, each a dictionary by column name`);
  return part.items.map((row, index) => {
    const at = `${where}, row ${index + 1}`;
    return Object.fromEntries(
      [...fieldsOf(row, at)].map(([column, cell]) => [column, readCell(cell, `${at}, ${column}`)]),
    );
  });
}

function readCell(value: Value, where: string): SqlCell {
  const part = partOf(value);
  switch (part.kind) {
    case 'None':
      return null;
    case 'bool':
    case 'str':
      return part.value;
    case 'datetime':
      return part.text;
    case 'number':
      if (part.exact?.includes('/')) break;
      if (Number.isFinite(part.value)) return part.exact ?? part.value;
      break;
    default:
  }
  throw new MaterializeError(`${where}: a cell must be a string, a finite number, True, False or None`);
}
