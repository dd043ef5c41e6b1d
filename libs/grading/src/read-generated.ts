import type { ModelBundle } from '@holdout/bank';
import type { SqlCell, Value } from '@holdout/sandbox';
import { MaterializeError } from './errors';
import type { MaterializedModel, SqlTables } from './job';
import { matchKind } from './match-kind';
import { checkTruth } from './metrics';
import { lengthOf, numbersOf } from './numbers-of';
import type { Part } from './value-kinds';
import { partOf } from './value-kinds';

export type GeneratedPart = { readonly part: 'public' | 'hidden'; readonly value: Value };

export type GroupOf<Case> = { readonly name: string; readonly cases: readonly Case[] };

/** Reads `{group: [{"args": […]}, …]}`. */
export function readCallCases(generated: GeneratedPart): readonly GroupOf<{ readonly args: readonly Value[] }>[] {
  return readGroups(generated, (fields, where) => {
    const args = partOf(fieldOf(fields, 'args', where));
    if (args.kind !== 'sequence')
      throw new MaterializeError(`${where}: "args" must be a list of the positional arguments`);
    return { args: args.items.map(streamOf) };
  });
}

/** A generator writes a stream as the dictionary it travels as, which the box then hands over as one with a key `$`. */
function streamOf(arg: Value): Value {
  const part = partOf(arg);
  if (part.kind !== 'dict' || part.pairs.length !== 2) return arg;
  const valueOf = (name: string): Value | undefined => part.pairs.find(([key]) => key === name)?.[1];
  const float64 = valueOf('float64');
  return valueOf('$') === 'stream' && typeof float64 === 'string' ? { $: 'stream', float64 } : arg;
}

/** Reads `{group: [{"tables": {table: [row, …]}}, …]}`. */
export function readQueryCases(generated: GeneratedPart): readonly GroupOf<{ readonly tables: SqlTables }>[] {
  return readGroups(generated, (fields, where) => {
    const tables = fieldsOf(fieldOf(fields, 'tables', where), `${where}: "tables"`);
    const read = [...tables].map(([table, rows]) => [table, readRows(rows, `${where}, table ${table}`)] as const);
    return { tables: Object.fromEntries(read) };
  });
}

export type ModelInput = Omit<MaterializedModel, 'reference' | 'kind'>;

/** Reads `{"train", "test", "truth", "resampleBy"}`. */
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
  const issue = checkTruth(bundle.candidate.metric.name, truth.numbers);
  if (issue !== null) throw new MaterializeError(`${where}: ${issue}`);
  const resampleBy = readKeys(fields.get('resampleBy') ?? null, rows, `${where}: "resampleBy"`);
  if ((resampleBy === null) !== (bundle.candidate.metric.resample === 'rows')) {
    throw new MaterializeError(
      `${where}: "resampleBy" must be None when the metric resamples rows, and a list when groups`,
    );
  }
  return { train: fieldOf(fields, 'train', where), test, truth: truth.numbers, resampleBy };
}

function readGroups<Case>(
  { part, value }: GeneratedPart,
  readCase: (fields: Fields, where: string) => Case,
): readonly GroupOf<Case>[] {
  const groups = fieldsOf(value, `make(seed, "${part}")`);
  return [...groups].map(([name, listed]) => {
    const cases = partOf(listed);
    const where = `make(seed, "${part}"), group ${name}`;
    if (cases.kind !== 'sequence' || cases.items.length === 0)
      throw new MaterializeError(`${where}: give a list of cases`);
    const read = cases.items.map((item, index) => {
      const at = `${where}, case ${index + 1}`;
      const fields = fieldsOf(item, at);
      if (fields.size > 1)
        throw new MaterializeError(`${at}: a case has one key, here are ${[...fields.keys()].join(', ')}`);
      return readCase(fields, at);
    });
    return { name, cases: read };
  });
}

type Fields = ReadonlyMap<string, Value>;

function fieldsOf(value: Value, where: string): Fields {
  const part = partOf(value);
  const pairs = part.kind === 'dict' ? part.pairs : null;
  if (pairs === null || !pairs.every((pair): pair is readonly [string, Value] => typeof pair[0] === 'string')) {
    throw new MaterializeError(`${where} must be a dictionary with text keys`);
  }
  return new Map(pairs);
}

function fieldOf(fields: Fields, name: string, where: string): Value {
  const value = fields.get(name);
  if (value === undefined) throw new MaterializeError(`${where}: the key "${name}" is missing`);
  return value;
}

function readRows(rows: Value, where: string): readonly Readonly<Record<string, SqlCell>>[] {
  const part = partOf(rows);
  if (part.kind !== 'sequence')
    throw new MaterializeError(`${where}: give a list of rows, each a dictionary by column`);
  return part.items.map((row, index) => {
    const at = `${where}, row ${index + 1}`;
    return Object.fromEntries(
      [...fieldsOf(row, at)].map(([column, cell]) => [column, readCell(cell, `${at}, ${column}`)]),
    );
  });
}

function readCell(value: Value, where: string): SqlCell {
  const refuse = (): never => {
    throw new MaterializeError(`${where}: a cell is a text, a finite number, True, False or None`);
  };
  return matchKind<Part, SqlCell>(partOf(value), {
    None: () => null,
    bool: (part) => part.value,
    str: (part) => part.value,
    datetime: (part) => part.value,
    number: (part) => (Number.isFinite(part.value) ? (part.exact ?? part.value) : refuse()),
    sequence: refuse,
    set: refuse,
    dict: refuse,
    Series: refuse,
    DataFrame: refuse,
    unknown: refuse,
  });
}

function readKeys(value: Value, rows: number, where: string): readonly (string | number)[] | null {
  const part = partOf(value);
  if (part.kind === 'None') return null;
  const items = part.kind === 'Series' ? part.series.values : part.kind === 'sequence' ? part.items : [];
  const keys = items.filter((item): item is string | number => typeof item === 'string' || typeof item === 'number');
  if (keys.length !== rows || items.length !== rows)
    throw new MaterializeError(`${where} must be ${rows} texts or numbers, one per row of "test"`);
  return keys;
}
