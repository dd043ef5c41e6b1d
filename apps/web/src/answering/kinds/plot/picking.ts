import { parseNumber } from '@holdout/bank';
import type { Ring } from './chart';
import { axisOf, type ReadableSpec } from './chart-spec';
import type { Chart, Pixel } from './draw-chart';
import type { Point } from './plot-draft';
import type { PointFeedback, PointPart } from './point-part';
import { isSamePoint, liesIn, nearestRow, type PlotTable, pointOfRow } from './points';

type Asked = {
  readonly chart: Chart;
  readonly spec: ReadableSpec;
  readonly content: { readonly table: PlotTable };
  readonly part: PointPart;
};

const DIGITS = 4;

/** The point nearest to a click; null if no row is near. */
export function pickedPoint({ chart, spec, content, part }: Asked, place: Pixel): Point | null {
  if (part.pick === 'ROW') {
    const row = nearestRow(chart.spots, place);
    return row === null ? null : pointOfRow(content.table, part.fields, row);
  }
  const values = chart.valuesAt(place);
  return Object.fromEntries(
    part.fields.map(({ field }) => {
      const axis = axisOf(spec, field);
      const value = axis === null ? null : values[axis];
      return [field, value === null ? '' : String(Number(value.toPrecision(DIGITS)))];
    }),
  );
}

function typedPlace({ chart, spec, part }: Asked, point: Point): readonly Pixel[] {
  const value: { x: number | null; y: number | null } = { x: null, y: null };
  for (const { field } of part.fields) {
    const axis = axisOf(spec, field);
    const parsed = parseNumber(point[field] ?? '');
    if (axis !== null && parsed.ok) value[axis] = parsed.value;
  }
  return value.x === null && value.y === null ? [] : [chart.placeOf(value)];
}

type Marked = Asked & { readonly point: Point | null; readonly feedback: PointFeedback | null };

/** Removes duplicates: a line and its points draw each row twice at one position. */
const eachOnce = (rings: readonly Ring[]): readonly Ring[] => [
  ...new Map(rings.map((ring) => [`${ring.at.x} ${ring.at.y} ${String(ring.isRight)}`, ring])).values(),
];

/** Rings around the picked point and, after Check, around every correct row. */
export function ringsOf({ point, feedback, ...asked }: Marked): readonly Ring[] {
  const { chart, content, part } = asked;
  const rows = chart.spots.map((spot) => ({ spot, at: pointOfRow(content.table, part.fields, spot.row) }));
  const right =
    feedback === null || part.pick !== 'ROW'
      ? []
      : rows.filter(({ at }) => liesIn(feedback.accepted, at)).map(({ spot }) => ({ at: spot, isRight: true }));
  if (point === null) return eachOnce(right);
  const picked =
    part.pick === 'ROW'
      ? rows.filter(({ at }) => isSamePoint(at, point)).map(({ spot }) => spot)
      : typedPlace(asked, point);
  return eachOnce([...right, ...picked.map((at) => ({ at, isRight: false }))]);
}
