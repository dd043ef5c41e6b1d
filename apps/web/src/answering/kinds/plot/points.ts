import type { Point } from './plot-draft';
import type { Pixel, Spot } from './draw-chart';

export type Column = { readonly field: string; readonly title: string; readonly isNumber: boolean };
export type PlotTable = {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly (string | null)[])[];
};

const NEAR_PX = 48;

/** A data row, reduced to the fields of the part. */
export function pointOfRow({ columns, rows }: PlotTable, fields: readonly Column[], row: number): Point {
  return Object.fromEntries(
    fields.map(({ field }) => [field, rows[row]?.[columns.findIndex((column) => column.field === field)] ?? '']),
  );
}

export const isSamePoint = (a: Point, b: Point): boolean =>
  Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([field, text]) => b[field] === text);

/** Every distinct point of the part, in row order. */
export function distinctPoints(table: PlotTable, fields: readonly Column[]): readonly Point[] {
  const all = table.rows.map((_, row) => pointOfRow(table, fields, row));
  const byText = new Map(all.map((point) => [JSON.stringify(point), point]));
  return [...byText.values()];
}

/** The drawn row nearest to a pixel; null if all are too far away. */
export function nearestRow(spots: readonly Spot[], { x, y }: Pixel): number | null {
  const away = ({ x: sx, y: sy }: Spot) => Math.hypot(sx - x, sy - y);
  const nearest = spots.reduce<Spot | null>((best, spot) => (best && away(best) <= away(spot) ? best : spot), null);
  return nearest !== null && away(nearest) <= NEAR_PX ? nearest.row : null;
}

type Range = {
  readonly field: string;
  readonly values: readonly string[] | null;
  readonly low: number | null;
  readonly high: number | null;
};

/** Whether a point lies in a range of the feedback. */
export function liesIn(place: readonly Range[], point: Point): boolean {
  return place.every(({ field, values, low, high }) => {
    const text = point[field] ?? '';
    if (values !== null) return values.includes(text);
    const value = Number(text);
    return text !== '' && low !== null && high !== null && value >= low && value <= high;
  });
}

export type { Range };
