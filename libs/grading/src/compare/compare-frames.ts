import { canonicalJson } from '@holdout/bank';
import type { DataFrameValue, SeriesValue } from '@holdout/sandbox';
import type { Comparison, Table } from './compare-tables';
import { compareTables } from './compare-tables';
import type { ValueRules } from './rules-of';
import { digitsFor } from '../values/exact-key';
import { hasTolerance } from '../values/numeral';
import { MISSING } from './cell';
import type { Side } from './value-cells';
import { valueCell } from './value-cells';

type Column = DataFrameValue['columns'][number];

/** Compares DataFrames by column names and cells; the question's rules say whether order, index and dtypes count. */
export function compareFrames(actual: DataFrameValue, expected: DataFrameValue, rules: ValueRules): Comparison {
  const wanted = expected.columns.map(nameOf);
  const names = actual.columns.map(nameOf);
  const missing = wanted.filter((name) => !names.includes(name));
  if (missing.length > 0) return { ok: false, hint: `column ${missing.join(', ')} is missing` };
  if (names.length !== wanted.length) return { ok: false, hint: 'more columns than expected' };
  if (rules.columnOrder === 'kept' && names.some((name, index) => name !== wanted[index])) {
    return { ok: false, hint: 'the columns are in a different order' };
  }
  const aligned = wanted.map((name) => actual.columns[names.indexOf(name)]);
  const mistyped =
    rules.dtype === 'kept' ? expected.columns.find(({ dtype }, index) => aligned[index]?.dtype !== dtype) : undefined;
  if (mistyped !== undefined) return { ok: false, hint: `column ${nameOf(mistyped)} has a different dtype` };
  const came = { columns: aligned.flatMap((column) => column ?? []), index: actual.index };
  return compareColumns(came, expected, rules);
}

/** Compares two Series as tables of one column; their names are ignored. */
export function compareSeries(actual: SeriesValue, expected: SeriesValue, rules: ValueRules): Comparison {
  if (rules.dtype === 'kept' && actual.dtype !== expected.dtype)
    return { ok: false, hint: 'the Series has a different dtype' };
  const columnOf = ({ dtype, values }: SeriesValue): Column => ({ name: 'values', dtype, values });
  return compareColumns(
    { columns: [columnOf(actual)], index: actual.index },
    { columns: [columnOf(expected)], index: expected.index },
    rules,
  );
}

type Columns = Pick<DataFrameValue, 'columns' | 'index'>;

/** Compares tables whose columns are in the same order. */
function compareColumns(actual: Columns, expected: Columns, rules: ValueRules): Comparison {
  const all = [actual, expected].flatMap(({ columns, index }) => [index, ...columns.map(({ values }) => values)]);
  const cells = {
    isClose: hasTolerance(rules),
    digits: all.some((values) => digitsFor(values) === 'doubles') ? 'doubles' : 'exact',
  } as const;
  const tableOf = ({ columns, index }: Columns, side: Side): Table => {
    const kept: readonly Column[] =
      rules.index === 'kept' ? [{ name: 'index', dtype: 'index', values: index }, ...columns] : columns;
    const read = kept.map(({ values }) => values.map((value) => valueCell(value, { ...cells, side })));
    return { columns: kept.map(nameOf), rows: index.map((_, row) => read.map((column) => column[row] ?? MISSING)) };
  };
  return compareTables(tableOf(actual, 'actual'), tableOf(expected, 'expected'), {
    ...rules,
    ordered: rules.rowOrder === 'kept',
  });
}

function nameOf({ name }: Column): string {
  return typeof name === 'string' ? name : canonicalJson(name);
}
