import { parse, View } from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import { compile, type TopLevelSpec } from 'vega-lite';
import type { ChartLook } from './chart-look';
import { ROW, type ReadableSpec, readableSpec } from './chart-spec';

/** Where a row of the data is drawn, in pixels from the upper left corner of the chart. */
export type Spot = { readonly row: number; readonly x: number; readonly y: number };
export type Pixel = { readonly x: number; readonly y: number };

export type Chart = {
  readonly spots: readonly Spot[];
  /** Inverts the scales: the axis values at a pixel. Null for a non-numeric axis. */
  readonly valuesAt: (place: Pixel) => { readonly x: number | null; readonly y: number | null };
  /** The pixel of a pair of axis values; null on an axis without a value. */
  readonly placeOf: (value: { readonly x: number | null; readonly y: number | null }) => Pixel;
  readonly end: () => void;
};

type SceneItem = {
  readonly x?: number;
  readonly y?: number;
  readonly bounds: { readonly x1: number; readonly x2: number; readonly y1: number; readonly y2: number };
  readonly datum?: Readonly<Record<string, unknown>>;
  readonly items?: readonly SceneMark[];
};
type SceneMark = { readonly marktype: string; readonly items: readonly SceneItem[] };
type Scale = ((value: number) => number) & { readonly invert?: (pixel: number) => unknown };

const FORBIDDEN = 'A chart loads nothing: its data stands in it.';
const refuse = () => Promise.reject(new Error(FORBIDDEN));

/** The centre of a bar; for every other mark its point. */
function centreOf({ x, y, bounds: { x1, x2, y1, y2 } }: SceneItem, marktype: string): Pixel {
  if (marktype === 'rect' || marktype === 'arc') return { x: (x1 + x2) / 2, y: (y1 + y2) / 2 };
  return { x: x ?? x1, y: y ?? y1 };
}

/** Every drawn mark that represents one data row. */
function spotsIn(mark: SceneMark, dx: number, dy: number): readonly Spot[] {
  return mark.items.flatMap((item): readonly Spot[] => {
    if (item.items) return item.items.flatMap((inner) => spotsIn(inner, dx + (item.x ?? 0), dy + (item.y ?? 0)));
    const row = item.datum?.[ROW];
    if (typeof row !== 'number') return [];
    const { x, y } = centreOf(item, mark.marktype);
    return [{ row, x: dx + x, y: dy + y }];
  });
}

function scaleOf(view: View, name: string): Scale | null {
  try {
    return view.scale(name) as Scale;
  } catch {
    return null;
  }
}

function inverted(scale: Scale | null, pixel: number): number | null {
  const value = scale?.invert?.(pixel);
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** The upper left corner of the axes; Vega's origin excludes the padding. */
function cornerOf(view: View): readonly [number, number] {
  const padding = view.padding();
  const { left = 0, top = 0 } = typeof padding === 'number' ? { left: padding, top: padding } : padding;
  const [x, y] = view.origin();
  return [x + left, y + top];
}

/**
 * Draws a Vega-Lite chart into an element. Uses the expression interpreter, so that the page's Content Security Policy
 * needs no `unsafe-eval`. Loads no external data.
 */
export async function drawChart(
  host: HTMLElement,
  spec: ReadableSpec,
  { look, width }: { readonly look: ChartLook; readonly width: number },
): Promise<Chart> {
  const { spec: vega } = compile(readableSpec(spec, width) as unknown as TopLevelSpec, { config: look });
  const view = new View(parse(vega, undefined, { ast: true }), {
    expr: expressionInterpreter,
    renderer: 'svg',
    container: host,
    hover: false,
    loader: { load: refuse, sanitize: refuse, http: refuse, file: refuse },
  });
  await view.runAsync();
  const [dx, dy] = cornerOf(view);
  const root = (view.scenegraph() as unknown as { readonly root: SceneMark }).root;
  const scales = { x: scaleOf(view, 'x'), y: scaleOf(view, 'y') };
  return {
    spots: spotsIn(root, dx, dy),
    valuesAt: ({ x, y }) => ({ x: inverted(scales.x, x - dx), y: inverted(scales.y, y - dy) }),
    placeOf: ({ x, y }) => ({
      x: dx + (x === null || scales.x === null ? view.width() / 2 : scales.x(x)),
      y: dy + (y === null || scales.y === null ? view.height() / 2 : scales.y(y)),
    }),
    end: () => view.finalize(),
  };
}
