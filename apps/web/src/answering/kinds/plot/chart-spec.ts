/** A Vega-Lite view, or layers of views, that the bank check has validated. */
export type ReadableSpec = Readonly<Record<string, unknown>>;

/** The field name that carries each row's index. */
export const ROW = 'holdout_row';

const HEIGHT_PX = 300;

const isObject = (value: unknown): value is ReadableSpec =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function numbered(data: unknown): unknown {
  if (!isObject(data) || !Array.isArray(data['values'])) return data;
  return { ...data, values: (data['values'] as ReadableSpec[]).map((row, index) => ({ ...row, [ROW]: index })) };
}

const markOf = ({ mark }: ReadableSpec): unknown => (isObject(mark) ? mark['type'] : mark);

const SECOND_CHANNEL: Readonly<Record<string, string>> = { line: 'strokeDash', point: 'shape' };

/** The field encoded by colour, or null. */
function colouredBy({ color }: ReadableSpec): string | null {
  if (!isObject(color) || color['type'] === 'quantitative') return null;
  return typeof color['field'] === 'string' ? color['field'] : null;
}

/** Adds dashes or shapes to what is encoded by colour, so that colour is not the only difference. */
function withoutColourAlone(view: ReadableSpec, outer: unknown): ReadableSpec {
  const own = isObject(view['encoding']) ? view['encoding'] : {};
  const all = { ...(isObject(outer) ? outer : {}), ...own };
  const field = colouredBy(all);
  const channel = SECOND_CHANNEL[String(markOf(view))];
  if (field === null || channel === undefined || channel in all) return view;
  return { ...view, encoding: { ...own, [channel]: { field, type: 'nominal' } } };
}

/** The chart with indexed rows, as wide as its container, and readable without colour. */
export function readableSpec(spec: ReadableSpec, width: number): ReadableSpec {
  const layers = Array.isArray(spec['layer']) ? (spec['layer'] as ReadableSpec[]) : null;
  const views =
    layers === null
      ? withoutColourAlone(spec, null)
      : { ...spec, layer: layers.map((layer) => withoutColourAlone(layer, spec['encoding'])) };
  return {
    ...views,
    data: numbered(spec['data']),
    width,
    height: typeof spec['height'] === 'number' ? spec['height'] : HEIGHT_PX,
    autosize: { type: 'fit-x', contains: 'padding' },
  };
}

/** Which axis shows a field: `x`, `y`, or null. */
export function axisOf(spec: ReadableSpec, field: string): 'x' | 'y' | null {
  const layers = Array.isArray(spec['layer']) ? (spec['layer'] as ReadableSpec[]) : [];
  const encodings = [spec, ...layers].map(({ encoding }) => encoding).filter(isObject);
  const shows = (axis: 'x' | 'y') =>
    encodings.some((encoding) => isObject(encoding[axis]) && encoding[axis]['field'] === field);
  if (shows('x')) return 'x';
  return shows('y') ? 'y' : null;
}
