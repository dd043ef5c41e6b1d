import type { Comparison, Table } from './compare-tables';
import { compareTables } from './compare-tables';
import type { RowsRules } from './rules-of';
import { readSqlCell } from './sql-cells';
import { hasTolerance } from '../values/numeral';
import type { SqlTable } from '../values/read-answer';
import type { SqlKind } from '../values/sql-kinds';
import { contentsOf, sharedKind, sqlKindOf } from '../values/sql-kinds';

/** Compares the rows of a query with those of the reference: each column by the values of its type. */
export function compareRows(actual: SqlTable, expected: SqlTable, rules: RowsRules): Comparison {
  if (actual.truncated) return { ok: false, hint: 'far more rows than expected' };
  const issue = checkColumns(actual, expected, rules);
  if (issue !== null) return issue;
  const kinds = expected.columns.map((_, column) => kindOf(actual, expected, column));
  const differing = kinds.findIndex((kind) => kind === null);
  if (differing >= 0) return { ok: false, hint: hintFor(expected, differing) };
  return compareTables(tableOf(actual, kinds, rules), tableOf(expected, kinds, rules), rules);
}

/** The first column whose type has values that cannot be compared; null if there is none. */
export function incomparableColumn({ columns }: SqlTable): SqlTable['columns'][number] | null {
  return columns.find(({ type }) => sqlKindOf(type) === null) ?? null;
}

function checkColumns(actual: SqlTable, expected: SqlTable, rules: RowsRules): Comparison | null {
  if (actual.columns.length !== expected.columns.length) return { ok: false, hint: columnCountHint(actual, expected) };
  if (rules.columnNames === 'ignored') return null;
  for (const [index, { name }] of expected.columns.entries()) {
    const isSame = isSameName(actual.columns[index]?.name ?? '', name);
    if (!isSame) return { ok: false, hint: `column ${index + 1} must be named ${name}` };
  }
  return null;
}

function columnCountHint(actual: SqlTable, expected: SqlTable): string {
  if (actual.columns.length === 0) return 'the statement returns no rows: write a SELECT, or use RETURNING';
  return `${actual.columns.length > expected.columns.length ? 'more' : 'fewer'} columns than expected`;
}

/** As SQL compares them: SQLite keeps the case of a name, PostgreSQL writes it in lower case. */
function isSameName(actual: string, expected: string): boolean {
  return actual.toLowerCase() === expected.toLowerCase();
}

/** How a column is compared; null if the two hold different things. */
function kindOf(actual: SqlTable, expected: SqlTable, column: number): SqlKind | null {
  const [came, wanted] = [actual, expected].map(({ columns }) => sqlKindOf(columns[column]?.type ?? ''));
  // The type of a column of NULLs depends on how the query writes them, so it is not compared.
  const isEmpty = [actual, expected].every(({ rows }) => rows.every((row) => row[column] === null));
  if (isEmpty) return { is: 'text' };
  return came && wanted ? sharedKind(came, wanted) : null;
}

function hintFor({ columns }: SqlTable, column: number): string {
  const { name = '', type = '' } = columns[column] ?? {};
  const kind = sqlKindOf(type);
  return kind === null ? `column ${name} cannot be compared` : `column ${name} must contain ${contentsOf(kind)}`;
}

function tableOf({ columns, rows }: SqlTable, kinds: readonly (SqlKind | null)[], rules: RowsRules): Table {
  const isClose = hasTolerance(rules);
  return {
    columns: columns.map(({ name }) => name),
    rows: rows.map((row) =>
      row.map((cell, column) => readSqlCell(cell, kinds[column] ?? { is: 'text' }, { isClose, digits: 'exact' })),
    ),
  };
}
