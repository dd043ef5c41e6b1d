import type { Value } from '@holdout/sandbox';
import type { MaterializedData, SqlTables } from './job';
import type { SqlTable } from './read-answer';
import { renderTable } from './render-table';
import { renderValue } from './render-value';
import { shownText } from './shown-text';

const SHOWN_ROWS = 20;

export type ShownCase = { readonly input: string; readonly expected: string };

/** Public cases as a person reads them. `entry` is the function that is called; a query has none. */
export function showPublicCases(entry: string | null, data: MaterializedData): readonly ShownCase[] {
  return shownCases(entry, data).map(({ input, expected }) => ({
    input: shownText(input),
    expected: shownText(expected),
  }));
}

function shownCases(entry: string | null, data: MaterializedData): readonly ShownCase[] {
  switch (data.kind) {
    case 'calls':
      return data.groups.flatMap(({ cases }) =>
        cases.map(({ args, expected }) => ({ input: renderCall(entry ?? '', args), expected: renderValue(expected) })),
      );
    case 'queries':
      return data.groups.flatMap(({ cases }) =>
        cases.map(({ tables, expected }) => ({ input: renderTables(tables), expected: renderSql(expected) })),
      );
    case 'model':
      return [
        {
          input: `train:\n${renderValue(data.train)}\n\ntest:\n${renderValue(data.test)}`,
          expected: renderValue(data.truth),
        },
      ];
  }
}

/** As one line of Python, or argument by argument where a table among them needs lines of its own. */
export function renderCall(entry: string, args: readonly Value[]): string {
  const shown = args.map((arg) => renderValue(arg));
  if (!shown.some((text) => text.includes('\n'))) return `${entry}(${shown.join(', ')})`;
  return shown.map((text, index) => `argument ${index + 1}:${text.includes('\n') ? '\n' : ' '}${text}`).join('\n\n');
}

/** Rows of a query as an aligned table. */
export function renderSql({ columns, rows }: SqlTable): string {
  const size = { rows: rows.length, columns: columns.length };
  const cells = rows.slice(0, SHOWN_ROWS).map((row) => row.map((cell) => cell ?? 'NULL'));
  return renderTable(
    columns.map(({ name }) => name),
    cells,
    size,
  );
}

/** The tables that a query is run on, one after another. */
export function renderTables(tables: SqlTables): string {
  const each = Object.entries(tables).map(([name, rows]) => {
    const columns = Object.keys(rows[0] ?? {});
    const cells = rows.slice(0, SHOWN_ROWS).map((row) => columns.map((column) => String(row[column] ?? 'NULL')));
    return `${name}\n${renderTable(columns, cells, { rows: rows.length, columns: columns.length })}`;
  });
  return each.join('\n\n');
}
