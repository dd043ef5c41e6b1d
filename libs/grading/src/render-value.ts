import type { DataFrameValue, Value } from '@holdout/sandbox';
import { matchKind } from './match-kind';
import { renderTable } from './render-table';
import type { Part } from './value-kinds';
import { partOf } from './value-kinds';

const MAX_ITEMS = 60;
const MAX_DEPTH = 8;
const MAX_TEXT = 300;
const BYTES_PER_NUMBER = 8;

/** A value as Python would show it, cut where it grows long. */
export function renderValue(value: Value, depth = 0): string {
  if (depth > MAX_DEPTH) return '…';
  const inner = (item: Value): string => renderValue(item, depth + 1);
  return matchKind<Part, string>(partOf(value), {
    None: () => 'None',
    bool: (part) => (part.value ? 'True' : 'False'),
    number: (part) => part.exact ?? numberText(part.value),
    str: (part) => quoted(part.value.length > MAX_TEXT ? `${part.value.slice(0, MAX_TEXT)}…` : part.value),
    datetime: (part) => part.value.replace(/T00:00:00$/, ''),
    sequence: ({ items }) => (isTuple(value) ? renderTuple(items, inner) : `[${listed(items, inner)}]`),
    set: ({ items }) => (items.length === 0 ? 'set()' : `{${listed(items, inner)}}`),
    dict: ({ pairs }) => `{${listed(pairs, ([key, item]) => `${inner(key)}: ${inner(item)}`)}}`,
    Series: ({ series: { index, ...column } }) =>
      renderFrame({ $: 'dataframe', index, columns: [{ ...column, name: column.name ?? '' }] }),
    DataFrame: ({ frame }) => renderFrame(frame),
    unknown: () => renderUnknown(value),
  });
}

function renderTuple(items: readonly Value[], inner: (item: Value) => string): string {
  return `(${listed(items, inner)}${items.length === 1 ? ',' : ''})`;
}

function numberText(value: number): string {
  if (Number.isFinite(value)) return String(value);
  if (Number.isNaN(value)) return 'nan';
  return value > 0 ? 'inf' : '-inf';
}

function quoted(text: string): string {
  const escaped = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"');
  return `'${escaped.replaceAll("'", "\\'")}'`;
}

function renderUnknown(value: Value): string {
  const { type, float64 } = (value ?? {}) as { readonly type?: unknown; readonly float64?: unknown };
  if (typeof type === 'string') return `<${type}>`;
  return typeof float64 === 'string' ? renderStream(float64) : '<unknown>';
}

/** The first numbers of a stream, whose text may hold a million of them. */
function renderStream(float64: string): string {
  const count = Math.floor((float64.replace(/=+$/, '').length * 3) / 4 / BYTES_PER_NUMBER);
  const shown = Math.min(count, MAX_ITEMS);
  const head = atob(float64.slice(0, Math.ceil((shown * BYTES_PER_NUMBER) / 3) * 4));
  const bytes = Uint8Array.from(head, (character) => character.charCodeAt(0));
  const view = new DataView(bytes.buffer);
  const numbers = Array.from({ length: shown }, (_, index) =>
    numberText(view.getFloat64(index * BYTES_PER_NUMBER, true)),
  );
  const rest = count > shown ? [`… ${count} in all`] : [];
  return `iter([${[...numbers, ...rest].join(', ')}])`;
}

function isTuple(value: Value): boolean {
  return typeof value === 'object' && value !== null && '$' in value && value.$ === 'tuple';
}

function listed<T>(items: readonly T[], write: (item: T) => string): string {
  const shown = items.slice(0, MAX_ITEMS).map(write);
  return [...shown, ...(items.length > MAX_ITEMS ? [`… ${items.length} in all`] : [])].join(', ');
}

function renderFrame({ index, columns }: DataFrameValue): string {
  const plain = (value: Value): string => (typeof value === 'string' ? value : renderValue(value, MAX_DEPTH - 1));
  const shown = columns.map(({ name, values }) => ({ name: plain(name), values: values.slice(0, 20) }));
  return renderTable(
    ['', ...shown.map(({ name }) => name)],
    index.slice(0, 20).map((label, row) => [plain(label), ...shown.map(({ values }) => plain(values[row] ?? null))]),
    { rows: index.length, columns: columns.length },
  );
}
