import type { Language } from '@holdout/bank';
import type { DataFrameValue, SeriesValue, Value } from '@holdout/sandbox';
import { isTagged } from '@holdout/sandbox';
import type { Notation } from './notation';
import { notationOf } from './notation';
import { renderTable } from './render-table';
import type { Part } from './value-kinds';
import { partOf } from './value-kinds';

const MAX_ITEMS = 60;
const MAX_ROWS = 20;
const MAX_DEPTH = 8;
const MAX_TEXT = 300;
const BYTES_PER_NUMBER = 8;

/** A value in the notation of a language, truncated if it is long. */
export function renderValue(value: Value, language: Language): string {
  return render(value, notationOf(language), 0);
}

function render(value: Value, notation: Notation, depth: number): string {
  if (depth > MAX_DEPTH) return '…';
  const inner = (item: Value): string => render(item, notation, depth + 1);
  const part = partOf(value);
  switch (part.kind) {
    case 'None':
      return notation.nothing;
    case 'bool':
      return notation.truths[part.value ? 0 : 1];
    case 'number':
      return renderNumber(value, part, notation);
    case 'str':
      return notation.text(part.value.length > MAX_TEXT ? `${part.value.slice(0, MAX_TEXT)}…` : part.value);
    case 'complex':
      return notation.complex(numberText(part.real, notation), numberText(part.imaginary, notation));
    case 'datetime':
      return part.text.replace(/T00:00:00$/, '');
    case 'duration':
      return notation.duration(Number(part.value) / 1e6);
    case 'bytes':
      return notation.bytes(atob(part.value.slice(0, MAX_TEXT)));
    case 'sequence':
      return renderSequence(value, part.items, notation, inner);
    case 'set':
      return notation.set(listed(part.items, inner));
    case 'dict':
      return renderDict(part.pairs, notation, inner);
    case 'Series':
      return renderSeries(part.series, notation, inner);
    case 'DataFrame':
      return renderFrame(part.frame, notation);
    case 'unknown':
      return renderUnknown(value, notation);
  }
}

type Inner = (item: Value) => string;
type Pairs = Extract<Part, { kind: 'dict' }>['pairs'];

function renderDict(pairs: Pairs, notation: Notation, inner: Inner): string {
  const { pair, whole } = pairs.every(([key]) => typeof key === 'string') ? notation.record : notation.mapping;
  return whole(listed(pairs, ([key, item]) => pair(inner(key), inner(item))));
}

function renderSequence(value: Value, items: readonly Value[], notation: Notation, inner: Inner): string {
  if (isMatrix(value)) return notation.matrix(listed(items, inner));
  if (isTuple(value) && notation.tuple !== undefined) return notation.tuple(listed(items, inner));
  if (!isOfOneKind(items)) return notation.list(listed(items, inner));
  return notation.vector(listed(items, (item) => (item === null ? notation.missing : inner(item))));
}

const SCALARS: readonly Part['kind'][] = ['bool', 'number', 'complex', 'str', 'datetime', 'duration', 'bytes'];

function isOfOneKind(items: readonly Value[]): boolean {
  const kinds = new Set(items.map((item) => partOf(item).kind).filter((kind) => kind !== 'None'));
  return kinds.size <= 1 && [...kinds].every((kind) => SCALARS.includes(kind));
}

function isMatrix(value: Value): boolean {
  return isTagged(value) && value.$ === 'array' && value.shape.length === 2;
}

function isTuple(value: Value): boolean {
  return isTagged(value) && value.$ === 'tuple';
}

function renderNumber(value: Value, number: Extract<Part, { kind: 'number' }>, notation: Notation): string {
  if (number.exact === null) return numberText(number.value, notation);
  if (!isTagged(value) || value.$ === 'integer') return notation.exact(number.exact);
  const [top = '', bottom] = number.exact.split('/');
  return value.$ === 'decimal' ? notation.decimal(top) : notation.fraction(top, bottom ?? '1');
}

function numberText(value: number, { notANumber, endless }: Notation): string {
  if (Number.isFinite(value)) return String(value);
  if (Number.isNaN(value)) return notANumber;
  return value > 0 ? endless : `-${endless}`;
}

function renderUnknown(value: Value, notation: Notation): string {
  const { type, float64, times } = (value ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof type === 'string') return `<${type}>`;
  return typeof float64 === 'string' ? renderStream(float64, Number(times ?? 1), notation) : '<unknown>';
}

/** The first numbers of a stream; only those are decoded, because a stream may have millions. */
function renderStream(float64: string, times: number, notation: Notation): string {
  const held = Math.floor((float64.replace(/=+$/, '').length * 3) / 4 / BYTES_PER_NUMBER);
  const shown = Math.min(held, MAX_ITEMS);
  const head = atob(float64.slice(0, Math.ceil((shown * BYTES_PER_NUMBER) / 3) * 4));
  const bytes = Uint8Array.from(head, (character) => character.charCodeAt(0));
  const view = new DataView(bytes.buffer);
  const numbers = Array.from({ length: shown }, (_, index) =>
    numberText(view.getFloat64(index * BYTES_PER_NUMBER, true), notation),
  );
  return notation.stream([...numbers, ...(held * times > shown ? [`… ${held * times} in all`] : [])]);
}

function listed<T>(items: readonly T[], write: (item: T) => string): readonly string[] {
  const shown = items.slice(0, MAX_ITEMS).map(write);
  return [...shown, ...(items.length > MAX_ITEMS ? [`… ${items.length} in all`] : [])];
}

function renderSeries({ index, values, ...column }: SeriesValue, notation: Notation, inner: Inner): string {
  if (!notation.hasNamedVectors) {
    return renderFrame({ $: 'dataframe', index, columns: [{ ...column, values, name: column.name ?? '' }] }, notation);
  }
  const isPlain = isCounted(index);
  const items = listed([...values.entries()], ([row, value]) => {
    const cell = isMissing(value) ? notation.missing : inner(value);
    return isPlain ? cell : notation.record.pair(inner(index[row] ?? null), cell);
  });
  return notation.vector(items);
}

function renderFrame({ index, columns }: DataFrameValue, notation: Notation): string {
  const plain = (value: Value): string => {
    if (typeof value === 'string') return value;
    return value === null ? notation.missing : render(value, notation, MAX_DEPTH - 1);
  };
  const cell = (value: Value): string =>
    notation.hasNamedVectors && isMissing(value) ? notation.missing : plain(value);
  const labels = isCounted(index) ? index.map((_, row) => row + notation.firstRow) : index;
  const shown = columns.map(({ name, values }) => ({ name: plain(name), values: values.slice(0, MAX_ROWS) }));
  return renderTable(
    ['', ...shown.map(({ name }) => name)],
    labels
      .slice(0, MAX_ROWS)
      .map((label, row) => [plain(label), ...shown.map(({ values }) => cell(values[row] ?? null))]),
    { rows: index.length, columns: columns.length },
  );
}

/** Null or NaN: R writes both as NA in a table. */
function isMissing(value: Value): boolean {
  const part = partOf(value);
  return part.kind === 'None' || (part.kind === 'number' && Number.isNaN(part.value));
}

/** Whether the row labels are only 0, 1, 2, … */
function isCounted(index: readonly Value[]): boolean {
  return index.every((label, row) => label === row);
}
