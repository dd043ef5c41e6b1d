import type { Cell, Comparison, Table } from './compare-tables';
import { compareTables } from './compare-tables';
import type { RowsRules } from './rules-of';
import type { SqlTable } from '../values/read-answer';

/** Compares the rows of a query with those of the reference: numbers within the tolerances, everything else as text. */
export function compareRows(actual: SqlTable, expected: SqlTable, rules: RowsRules): Comparison {
  if (actual.truncated) return { ok: false, hint: 'far more rows than expected' };
  const columns = checkColumns(actual, expected, rules);
  return columns ?? compareTables(tableOf(actual), tableOf(expected), rules);
}

function checkColumns(actual: SqlTable, expected: SqlTable, rules: RowsRules): Comparison | null {
  const wanted = expected.columns.length;
  const came = actual.columns.length;
  if (came !== wanted) return { ok: false, hint: `${came > wanted ? 'more' : 'fewer'} columns than expected` };
  const renamed = expected.columns.findIndex(({ name }, index) => actual.columns[index]?.name !== name);
  if (rules.columnNames === 'kept' && renamed >= 0) {
    return { ok: false, hint: `column ${renamed + 1} must be named ${expected.columns[renamed]?.name ?? ''}` };
  }
  const mistyped = expected.columns.findIndex(
    ({ type }, index) => isNumeric(type) !== isNumeric(actual.columns[index]?.type ?? ''),
  );
  return mistyped < 0 ? null : checkMistyped(actual, expected, mistyped);
}

/** The type of a column of NULLs depends on how the query writes them, so it is not compared. */
function checkMistyped(actual: SqlTable, expected: SqlTable, column: number): Comparison | null {
  const isEmpty =
    actual.rows.every((row) => row[column] === null) && expected.rows.every((row) => row[column] === null);
  if (isEmpty) return null;
  const wanted = isNumeric(expected.columns[column]?.type ?? '') ? 'numbers' : 'no numbers';
  return { ok: false, hint: `column ${expected.columns[column]?.name ?? ''} must contain ${wanted}` };
}

function tableOf({ columns, rows }: SqlTable): Table {
  const numeric = columns.map(({ type }) => isNumeric(type));
  return {
    columns: columns.map(({ name }) => name),
    rows: rows.map((row) => row.map((cell, column) => cellOf(cell, numeric[column] === true))),
  };
}

const NUMERIC =
  /^(int[248]?|integer|smallint|bigint|serial|bigserial|float[48]?|real|double precision|numeric|decimal|oid)\b/i;

function isNumeric(type: string): boolean {
  return NUMERIC.test(type);
}

/** Integers that a double cannot represent exactly stay text, so that every digit is compared. */
function cellOf(text: string | null, isNumber: boolean): Cell {
  if (text === null || !isNumber) return text === null ? null : withoutMidnight(text);
  const isWhole = /^-?\d+$/.test(text);
  const value = Number(text);
  return isWhole && !Number.isSafeInteger(value) ? text : value;
}

/** `2013-01-01` and `2013-01-01 00:00:00+00` are equal: a query may return a date or a timestamp. */
function withoutMidnight(text: string): string {
  return text.replace(/^(\d{4}-\d{2}-\d{2}) 00:00:00(\+00(:00)?)?$/, '$1');
}
