import type { Tolerance } from '../values/numeral';
import type { Cell } from './cell';
import { compareNumbersOf, compareTexts, isSameCell, MISSING } from './cell';
import { canPairAll } from './pair-all';

export type Comparison = { readonly ok: true } | { readonly ok: false; readonly hint: string };

export type Row = readonly Cell[];
export type Table = { readonly columns: readonly string[]; readonly rows: readonly Row[] };
export type TableRules = Tolerance & { readonly ordered: boolean };

/** The most rows for which all pairs are tried when sorting did not match them. */
const MAX_MATCHED_ROWS = 2000;

/** Compares tables with the same columns. A hint says what differs in general, never a value or a count. */
export function compareTables(actual: Table, expected: Table, rules: TableRules): Comparison {
  const extra = actual.rows.length - expected.rows.length;
  if (extra !== 0) return { ok: false, hint: `${extra > 0 ? 'more' : 'fewer'} rows than expected` };
  if (!rules.ordered)
    return isSameBag(actual.rows, expected.rows, rules)
      ? { ok: true }
      : { ok: false, hint: hintFor(actual, expected, rules) };
  if (isSameList(actual.rows, expected.rows, rules)) return { ok: true };
  if (isSameBag(actual.rows, expected.rows, rules))
    return { ok: false, hint: 'the rows are correct but in a different order' };
  return { ok: false, hint: hintFor(actual, expected, rules) };
}

function isSameRow(actual: Row, expected: Row, tolerance: Tolerance): boolean {
  return actual.every((cell, column) => isSameCell(cell, expected[column] ?? MISSING, tolerance));
}

function isSameList(actual: readonly Row[], expected: readonly Row[], tolerance: Tolerance): boolean {
  return actual.every((row, index) => isSameRow(row, expected[index] ?? [], tolerance));
}

function isSameBag(actual: readonly Row[], expected: readonly Row[], tolerance: Tolerance): boolean {
  if (isSameList(sortRows(actual), sortRows(expected), tolerance)) return true;
  return (
    expected.length <= MAX_MATCHED_ROWS &&
    canPairAll(expected.length, (row, came) => isSameRow(actual[came] ?? [], expected[row] ?? [], tolerance))
  );
}

/** Sorts by texts before numbers, so that rounding errors decide only between otherwise equal rows. */
function sortRows(rows: readonly Row[]): readonly Row[] {
  const keyed = rows.map((row) => ({ row, key: row.map(({ text }) => text).join('\0') }));
  return keyed.sort((a, b) => compareTexts(a.key, b.key) || compareRowNumbers(a.row, b.row)).map(({ row }) => row);
}

function compareRowNumbers(a: Row, b: Row): number {
  for (const [column, cell] of a.entries()) {
    const order = compareNumbersOf(cell, b[column] ?? MISSING);
    if (order !== 0) return order;
  }
  return 0;
}

function hintFor(actual: Table, expected: Table, rules: TableRules): string {
  const differing = expected.columns.filter((_name, column) => {
    const pick = (table: Table): readonly Row[] => table.rows.map((row) => [row[column] ?? MISSING]);
    return rules.ordered
      ? !isSameList(pick(actual), pick(expected), rules)
      : !isSameBag(pick(actual), pick(expected), rules);
  });
  const [first] = differing;
  if (first === undefined) return 'each column is correct on its own, but not their combination in the rows';
  return differing.length === 1
    ? `column ${first} differs in some rows`
    : `columns ${differing.join(', ')} differ in some rows`;
}
