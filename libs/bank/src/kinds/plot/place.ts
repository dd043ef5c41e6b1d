import { parseNumber } from '../../parse-number';
import type { PlotColumn, PlotTable } from './read-plot';
import type { Place } from './plot-file';

/** A point of the chart as typed or picked, by field. */
export type Point = Readonly<Record<string, string>>;
/** The parsed point, by field; null where a number is expected and missing. */
type ReadPoint = Readonly<Record<string, string | number | null>>;

/** Parses the typed value of each field: numbers by `parseNumber`, texts as they are in the table. */
export function readPoint(columns: readonly PlotColumn[], point: Point): ReadPoint {
  return Object.fromEntries(
    columns.map(({ field, type }): [string, string | number | null] => {
      const typed = Object.hasOwn(point, field) ? (point[field] ?? '') : '';
      if (type === 'text') return [field, typed.trim()];
      const parsed = parseNumber(typed);
      return [field, parsed.ok ? parsed.value : null];
    }),
  );
}

/** Whether the point is at a place: every field has an accepted value. */
export function isAt(place: Place, point: ReadPoint): boolean {
  return Object.entries(place).every(([field, wanted]) => {
    const value = point[field] ?? null;
    if (value === null) return false;
    if (Array.isArray(wanted)) return wanted.includes(value);
    return typeof value === 'number' && value >= wanted.from && value <= wanted.to;
  });
}

/** Whether some row of the data has these values. */
export function isRow(table: PlotTable, point: ReadPoint): boolean {
  return pointsOf(table, Object.keys(point)).some((row) =>
    Object.entries(point).every(([field, value]) => row[field] === value),
  );
}

/** Every row of the data as a point in these fields. */
export function pointsOf({ columns, rows }: PlotTable, fields: readonly string[]): readonly ReadPoint[] {
  const places = fields.map((field) => columns.findIndex((column) => column.field === field));
  return rows.map((row) =>
    Object.fromEntries(
      fields.map((field, index) => {
        const cell = row[places[index] ?? -1] ?? null;
        return [field, typeof cell === 'boolean' ? String(cell) : cell];
      }),
    ),
  );
}
