import type { BankIssue } from '../../bundle';

export type Cell = string | number | boolean | null;
export type PlotColumn = { readonly field: string; readonly title: string; readonly type: 'number' | 'text' };
export type PlotTable = { readonly columns: readonly PlotColumn[]; readonly rows: readonly (readonly Cell[])[] };
export type PlotSpec = { readonly [key: string]: unknown };

export type ReadPlot =
  | { readonly ok: true; readonly spec: PlotSpec; readonly table: PlotTable; readonly fields: ReadonlySet<string> }
  | { readonly ok: false; readonly issues: readonly BankIssue[] };

const MOST_CHARACTERS = 200_000;
const MOST_ROWS = 2_000;
const MARKS = 'arc area bar boxplot circle errorband errorbar line point rect rule square text tick trail'.split(' ');
/** Properties that load external data, evaluate expressions, or draw something other than the data. */
const FORBIDDEN =
  /^(url|href|expr|signals?|test|calculate|transform|params|datasets|usermeta|[hv]?concat|repeat|spec|.*Expr)$/;
const UNIT_OR_LAYER = 'draw one view, or layers of one: put "mark" and "encoding", or "layer", at the top';

/** Parses a Vega-Lite chart. Its data must be inline, and nothing in it may be loaded or evaluated. */
export function readPlot(file: string, text: string): ReadPlot {
  const issue = (message: string): ReadPlot => ({ ok: false, issues: [{ file, message }] });
  if (text.length > MOST_CHARACTERS)
    return issue(`a chart may have at most ${MOST_CHARACTERS} characters; draw fewer rows`);
  const spec = parseJson(text);
  if (typeof spec === 'string') return issue(`this is not a JSON object; write a Vega-Lite view${spec}`);
  const rows = rowsOf(spec);
  if (typeof rows === 'string') return issue(rows);
  const problem = problemOf(spec);
  if (problem !== null) return issue(problem);
  const fields = fieldsOf(spec);
  const table = tableOf(rows, titlesOf(spec));
  const known = new Set(table.columns.map(({ field }) => field));
  const unknown = [...fields].find((field) => !known.has(field) && !isInLayerData(spec, field));
  if (unknown !== undefined) return issue(`the encoding names the field "${unknown}", which no row of data.values has`);
  return { ok: true, spec, table, fields };
}

/** The message of the JSON parser, which contains the position. */
function parseJson(text: string): PlotSpec | string {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : '';
  } catch (error) {
    return error instanceof Error ? ` (${error.message})` : '';
  }
}

const isObject = (value: unknown): value is PlotSpec =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

type Row = Readonly<Record<string, Cell>>;

/** The rows of the chart's inline data, or an issue. */
function rowsOf(spec: PlotSpec): readonly Row[] | string {
  const values = isObject(spec['data']) ? spec['data']['values'] : undefined;
  if (!Array.isArray(values) || values.length === 0) return 'write the data under data.values, one object per row';
  if (values.length > MOST_ROWS) return `a chart may have at most ${MOST_ROWS} rows; this one has ${values.length}`;
  const isFlat = (row: unknown): boolean => isObject(row) && Object.values(row).every(isCell);
  return values.every(isFlat)
    ? (values as Row[])
    : 'each row of data.values must be a flat object of numbers and texts';
}

const isCell = (value: unknown): value is Cell =>
  value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);

/** An issue about a forbidden property, or null. */
function problemOf(spec: PlotSpec): string | null {
  const forbidden = keysIn(spec).find((key) => FORBIDDEN.test(key));
  if (forbidden !== undefined) {
    return `"${forbidden}" is not allowed in a chart: nothing may be loaded or evaluated, and the table must show what is drawn`;
  }
  const views = viewsOf(spec);
  if (views === null) return UNIT_OR_LAYER;
  if (!views.every(hasKnownMark)) return `the mark must be one of ${MARKS.join(', ')}`;
  const isEncoded = [spec, ...views].some(({ encoding }) => isObject(encoding));
  return isEncoded ? null : 'a view needs an encoding';
}

function hasKnownMark({ mark }: PlotSpec): boolean {
  const type = isObject(mark) ? mark['type'] : mark;
  return typeof type === 'string' && MARKS.includes(type);
}

/** The layers of the view; null for anything but a single or layered view. */
function viewsOf(spec: PlotSpec): readonly PlotSpec[] | null {
  const layers = spec['layer'];
  if (layers === undefined) return spec['mark'] === undefined ? null : [spec];
  return Array.isArray(layers) && layers.length > 0 && layers.every(isObject) ? layers : null;
}

/** Every key of the chart except those of the data rows. */
function keysIn(value: unknown, isRows = false): readonly string[] {
  if (Array.isArray(value)) return isRows ? [] : value.flatMap((each) => keysIn(each));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...keysIn(inner, key === 'values')]);
}

function fieldsOf(spec: PlotSpec): ReadonlySet<string> {
  return new Set(channelsOf(spec).flatMap(({ field }) => (typeof field === 'string' ? [field] : [])));
}

function titlesOf(spec: PlotSpec): ReadonlyMap<string, string> {
  const titled = channelsOf(spec).flatMap(({ field, title }) =>
    typeof field === 'string' && typeof title === 'string' ? [[field, title] as const] : [],
  );
  return new Map(titled.reverse());
}

function channelsOf(spec: PlotSpec): readonly PlotSpec[] {
  const encodings = [spec, ...(viewsOf(spec) ?? [])].map(({ encoding }) => encoding).filter(isObject);
  return encodings.flatMap((encoding) => Object.values(encoding).flat().filter(isObject));
}

/** A layer may have its own rows, for example a reference line; the text alternative describes them. */
function isInLayerData(spec: PlotSpec, field: string): boolean {
  return (viewsOf(spec) ?? []).some((view) => {
    const rows = view === spec ? 'none' : rowsOf(view);
    return typeof rows !== 'string' && rows.some((row) => field in row);
  });
}

function tableOf(rows: readonly Row[], titles: ReadonlyMap<string, string>): PlotTable {
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const isNumbers = (field: string): boolean => rows.every((row) => typeof (row[field] ?? 0) === 'number');
  return {
    columns: fields.map((field) => ({
      field,
      title: titles.get(field) ?? field,
      type: isNumbers(field) ? 'number' : 'text',
    })),
    rows: rows.map((row) => fields.map((field) => row[field] ?? null)),
  };
}
