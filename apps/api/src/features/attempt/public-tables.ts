import type { MaterializedData } from '@holdout/grading';
import type { DataTable } from '../../generated/resolvers';

const SHOWN_ROWS = 20;

/** SQL only: the tables of the first public case with their first rows. */
export function tablesOf(data: MaterializedData | null): DataTable[] {
  const first = data?.kind === 'queries' ? data.groups[0]?.cases[0]?.tables : undefined;
  return Object.entries(first ?? {}).map(([name, rows]) => {
    const columns = Object.keys(rows[0] ?? {});
    return {
      name,
      columns,
      rows: rows.slice(0, SHOWN_ROWS).map((row) => columns.map((column) => textOf(row[column]))),
      rowCount: rows.length,
    };
  });
}

function textOf(cell: string | number | boolean | null | undefined): string | null {
  return cell === null || cell === undefined ? null : String(cell);
}
