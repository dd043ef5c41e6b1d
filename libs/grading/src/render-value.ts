import type { DataFrameValue, Value } from '@holdout/sandbox';
import { renderTable } from './render-table';
import type { Part } from './value-kinds';
import { partOf } from './value-kinds';

const MAX_ITEMS = 60;
const MAX_DEPTH = 8;
const MAX_TEXT = 300;

/** A value as Python would show it, cut where it grows long. */
export function renderValue(value: Value, depth = 0): string {
  if (depth > MAX_DEPTH) return '…';
  const part = partOf(value);
  const inner = (item: Value): string => renderValue(item, depth + 1);
  switch (part.kind) {
    case 'DataFrame':
      return renderFrame(part.frame);
    case 'Series':
      return renderFrame({
        $: 'dataframe',
        index: part.series.index,
        columns: [{ ...part.series, name: part.series.name ?? '' }],
      });
    case 'sequence':
      return isTuple(value)
        ? `(${listed(part.items, inner)}${part.items.length === 1 ? ',' : ''})`
        : `[${listed(part.items, inner)}]`;
    case 'set':
      return part.items.length === 0 ? 'set()' : `{${listed(part.items, inner)}}`;
    case 'dict':
      return `{${listed(part.pairs, ([key, item]) => `${inner(key)}: ${inner(item)}`)}}`;
    case 'unknown':
      return renderUnknown(value);
    case 'None':
    case 'bool':
    case 'number':
    case 'str':
    case 'datetime':
      return renderScalar(part);
  }
}

type Scalar = Extract<Part, { kind: 'None' | 'bool' | 'number' | 'str' | 'datetime' }>;

function renderScalar(part: Scalar): string {
  switch (part.kind) {
    case 'None':
      return 'None';
    case 'bool':
      return part.value ? 'True' : 'False';
    case 'number':
      return part.exact ?? numberText(part.value);
    case 'str':
      return quoted(part.value.length > MAX_TEXT ? `${part.value.slice(0, MAX_TEXT)}…` : part.value);
    case 'datetime':
      return part.value.replace(/T00:00:00$/, '');
  }
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
  const { type } = (value ?? {}) as { readonly type?: unknown };
  return typeof type === 'string' ? `<${type}>` : '<numbers, readable once>';
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
