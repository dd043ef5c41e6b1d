import type { Value } from '@holdout/sandbox';
import { isTagged } from '@holdout/sandbox';

/** Deeper than any expected answer, and far below the depth at which recursion overflows the stack. */
const MAX_DEPTH = 110;

/** Whether parsed JSON is a valid `Value`. The output of a box is untrusted, so it is validated first. */
export function isValue(claim: unknown, depth = MAX_DEPTH): claim is Value {
  if (typeof claim === 'number') return Number.isFinite(claim);
  if (typeof claim !== 'object' || claim === null) return isPlain(claim);
  if (depth === 0) return false;
  if (Array.isArray(claim)) return areValues(claim, depth - 1);
  return isObjectValue(claim as Readonly<Record<string, unknown>>, depth - 1);
}

function isPlain(claim: unknown): boolean {
  return claim === null || typeof claim === 'string' || typeof claim === 'boolean';
}

function areValues(claims: unknown, depth: number): claims is readonly Value[] {
  return Array.isArray(claims) && claims.every((claim) => isValue(claim, depth));
}

function isObjectValue(claim: Readonly<Record<string, unknown>>, depth: number): boolean {
  if (!Object.hasOwn(claim, '$')) return areValues(Object.values(claim), depth);
  const check = typeof claim['$'] === 'string' && Object.hasOwn(TAGS, claim['$']) ? TAGS[claim['$']] : undefined;
  return check?.(claim, depth) ?? false;
}

type Check = (claim: Readonly<Record<string, unknown>>, depth: number) => boolean;

const TAGS: Readonly<Record<string, Check>> = {
  float: ({ value }) => value === 'nan' || value === 'inf' || value === '-inf',
  integer: ({ value }) => isDigits(value),
  decimal: ({ value }) => typeof value === 'string' && /^-?\d{1,4000}(\.\d{1,4000})?$/.test(value),
  fraction: ({ numerator, denominator }) => isDigits(numerator) && isDigits(denominator) && !/^-?0+$/.test(denominator),
  complex: ({ real, imaginary }) => isFloat(real) && isFloat(imaginary),
  timedelta: ({ value }) => typeof value === 'string' && /^-?\d{1,24}$/.test(value),
  bytes: ({ value }) => typeof value === 'string' && /^[A-Za-z0-9+/]*={0,2}$/.test(value),
  tuple: ({ items }, depth) => areValues(items, depth),
  set: ({ items }, depth) => areValues(items, depth),
  entries: ({ items }, depth) => Array.isArray(items) && items.every((pair) => isPair(pair, depth)),
  datetime: ({ value }) => typeof value === 'string' && value.length <= 64,
  array: isArrayValue,
  series: isSeries,
  dataframe: isDataFrame,
  stream: ({ float64, times = 1 }) => typeof float64 === 'string' && isLength(times),
  opaque: ({ type }) => typeof type === 'string',
};

function isDigits(claim: unknown): claim is string {
  return typeof claim === 'string' && /^-?\d{1,4000}$/.test(claim);
}

function isFloat(claim: unknown): boolean {
  if (typeof claim === 'number') return Number.isFinite(claim);
  return isValue(claim, 1) && isTagged(claim) && claim.$ === 'float';
}

function isPair(pair: unknown, depth: number): boolean {
  return areValues(pair, depth) && pair.length === 2;
}

function isArrayValue({ dtype, shape, values }: Readonly<Record<string, unknown>>, depth: number): boolean {
  if (typeof dtype !== 'string' || !areValues(values, depth) || !Array.isArray(shape) || shape.length > 32)
    return false;
  const lengths: readonly unknown[] = shape;
  return (
    lengths.every(isLength) &&
    sizeOf(lengths) === values.length &&
    sizeOf(lengths.filter(Boolean)) <= MAX_EMPTY + values.length
  );
}

/** An array with an empty dimension has no values, but its shape could demand millions of rows when it is expanded. */
const MAX_EMPTY = 10_000;

function isLength(length: unknown): length is number {
  return Number.isSafeInteger(length) && Number(length) >= 0;
}

function sizeOf(lengths: readonly number[]): number {
  return lengths.reduce((size, length) => size * length, 1);
}

function isSeries({ name, dtype, index, values }: Readonly<Record<string, unknown>>, depth: number): boolean {
  if (typeof dtype !== 'string' || !isValue(name, depth)) return false;
  return areValues(index, depth) && areValues(values, depth) && index.length === values.length;
}

function isDataFrame({ index, columns }: Readonly<Record<string, unknown>>, depth: number): boolean {
  if (!areValues(index, depth) || !Array.isArray(columns)) return false;
  return columns.every((column: unknown) => {
    if (typeof column !== 'object' || column === null) return false;
    const { name, dtype, values } = column as Readonly<Record<string, unknown>>;
    return (
      typeof dtype === 'string' && isValue(name, depth) && areValues(values, depth) && values.length === index.length
    );
  });
}
