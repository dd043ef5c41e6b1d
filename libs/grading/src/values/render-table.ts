const MAX_ROWS = 20;
const MAX_COLUMNS = 16;
const MAX_CELL = 30;

export type TableSize = { readonly rows: number; readonly columns: number };

/** The first rows of a table as aligned text, followed by its size if rows or columns were cut. */
export function renderTable(columns: readonly string[], rows: readonly (readonly string[])[], size: TableSize): string {
  const lines = [columns, ...rows.slice(0, MAX_ROWS)].map((line) => line.slice(0, MAX_COLUMNS).map(cut));
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)));
  const text = lines.map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const isWhole = size.rows <= MAX_ROWS && columns.length <= MAX_COLUMNS;
  return [...text, ...(isWhole ? [] : [`… ${size.rows} rows × ${size.columns} columns`])].join('\n');
}

function cut(cell: string): string {
  const line = cell.replace(/\s+/g, ' ');
  return line.length > MAX_CELL ? `${line.slice(0, MAX_CELL - 1)}…` : line;
}
