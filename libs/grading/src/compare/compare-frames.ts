import { canonicalJson } from '@holdout/bank';
import type { DataFrameValue, SeriesValue, Value } from '@holdout/sandbox';
import type { Cell, Comparison, Table } from './compare-tables';
import { compareTables } from './compare-tables';
import type { ValueRules } from './rules-of';
import { partOf } from '../values/value-kinds';

type Column = DataFrameValue['columns'][number];

/** Compares DataFrames by column names and cells; the question's rules say whether order, index and dtypes count. */
export function compareFrames(actual: DataFrameValue, expected: DataFrameValue, rules: ValueRules): Comparison {
  const wanted = expected.columns.map(nameOf);
  const came = actual.columns.map(nameOf);
  const missing = wanted.filter((name) => !came.includes(name));
  if (missing.length > 0) return { ok: false, hint: `column ${missing.join(', ')} is missing` };
  if (came.length !== wanted.length) return { ok: false, hint: 'more columns than expected' };
  if (rules.columnOrder === 'kept' && came.some((name, index) => name !== wanted[index])) {
    return { ok: false, hint: 'the columns are in a different order' };
  }
  const aligned = wanted.map((name) => actual.columns[came.indexOf(name)]);
  const mistyped =
    rules.dtype === 'kept' ? expected.columns.find(({ dtype }, index) => aligned[index]?.dtype !== dtype) : undefined;
  if (mistyped !== undefined) return { ok: false, hint: `column ${nameOf(mistyped)} has a different dtype` };
  return compareTables(
    tableOf(
      aligned.flatMap((column) => column ?? []),
      actual.index,
      rules,
    ),
    tableOf(expected.columns, expected.index, rules),
    { ...rules, ordered: rules.rowOrder === 'kept' },
  );
}

/** Compares two Series as tables of one column; their names are ignored. */
export function compareSeries(actual: SeriesValue, expected: SeriesValue, rules: ValueRules): Comparison {
  if (rules.dtype === 'kept' && actual.dtype !== expected.dtype)
    return { ok: false, hint: 'the Series has a different dtype' };
  const columnOf = ({ dtype, values }: SeriesValue): Column => ({ name: 'values', dtype, values });
  return compareTables(
    tableOf([columnOf(actual)], actual.index, rules),
    tableOf([columnOf(expected)], expected.index, rules),
    { ...rules, ordered: rules.rowOrder === 'kept' },
  );
}

function tableOf(columns: readonly Column[], index: readonly Value[], rules: ValueRules): Table {
  const kept: readonly Column[] =
    rules.index === 'kept' ? [{ name: 'index', dtype: 'index', values: index }, ...columns] : columns;
  const cells = kept.map(({ values }) => values.map(cellOf));
  return { columns: kept.map(nameOf), rows: index.map((_, row) => cells.map((column) => column[row] ?? null)) };
}

function nameOf({ name }: Column): string {
  return typeof name === 'string' ? name : canonicalJson(name);
}

/** None, NaN and NaT are the same missing value, as in pandas. */
function cellOf(value: Value): Cell {
  const part = partOf(value);
  switch (part.kind) {
    case 'None':
      return null;
    case 'number':
      return Number.isNaN(part.value) ? null : part.value;
    case 'datetime':
      return part.value === 'NaT' ? null : `datetime:${part.value}`;
    case 'bool':
      return `bool:${String(part.value)}`;
    case 'str':
      return `str:${part.value}`;
    case 'sequence':
    case 'set':
    case 'dict':
    case 'Series':
    case 'DataFrame':
    case 'unknown':
      return `${part.kind}:${canonicalJson(value)}`;
  }
}
