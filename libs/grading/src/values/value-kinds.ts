import type { DataFrameValue, SeriesValue, Value } from '@holdout/sandbox';
import { isTagged } from '@holdout/sandbox';
import { momentOf } from './moment';
import type { Numeral } from './numeral';
import { decimalNumeral, decimalOf, floatNumeral, fractionNumeral } from './numeral';

/** A value as it is compared: arrays, tuples and lists are sequences, every mapping is a list of pairs. */
export type Part =
  | { readonly kind: 'None' }
  | { readonly kind: 'bool'; readonly value: boolean }
  | ({ readonly kind: 'number' } & Numeral)
  | { readonly kind: 'complex'; readonly real: number; readonly imaginary: number }
  | { readonly kind: 'str'; readonly value: string }
  /** Equal times have the same `moment`; `text` is for people. */
  | { readonly kind: 'datetime'; readonly moment: string; readonly text: string }
  /** In microseconds. */
  | { readonly kind: 'duration'; readonly value: string }
  /** In base64. */
  | { readonly kind: 'bytes'; readonly value: string }
  /** `isColumn` for a matrix of one column that is used as a vector. */
  | { readonly kind: 'sequence'; readonly items: readonly Value[]; readonly isColumn?: true }
  | { readonly kind: 'set'; readonly items: readonly Value[] }
  | { readonly kind: 'dict'; readonly pairs: readonly (readonly [Value, Value])[] }
  | { readonly kind: 'Series'; readonly series: SeriesValue }
  | { readonly kind: 'DataFrame'; readonly frame: DataFrameValue }
  | { readonly kind: 'unknown' };

/** The value in the form in which it is compared. */
export function partOf(value: Value): Part {
  if (value === null) return { kind: 'None' };
  if (typeof value === 'boolean') return { kind: 'bool', value };
  if (typeof value === 'number') return numberPart(floatNumeral(value));
  if (typeof value === 'string') return { kind: 'str', value };
  if (isList(value)) return { kind: 'sequence', items: value };
  if (!isTagged(value)) return { kind: 'dict', pairs: Object.entries(value as Readonly<Record<string, Value>>) };
  return taggedPart(value);
}

/** The items of a column vector that is written as a list of one-item lists; null for any other list. */
export function columnOf(items: readonly Value[]): readonly Value[] | null {
  const flat: Value[] = [];
  for (const item of items) {
    const part = partOf(item);
    if (part.kind !== 'sequence' || part.items.length !== 1) return null;
    flat.push(part.items[0] ?? null);
  }
  return flat;
}

/** Whether a value is a plain list. */
export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

function taggedPart(value: Extract<Value, { readonly $: string }>): Part {
  switch (value.$) {
    case 'series':
      return { kind: 'Series', series: value };
    case 'dataframe':
      return { kind: 'DataFrame', frame: value };
    case 'float':
      return numberPart(floatNumeral(FLOATS[value.value]));
    case 'integer':
    case 'decimal':
      return numberPart(decimalNumeral(decimalOf(value.value) ?? '0'));
    case 'fraction':
      return numberPart(fractionNumeral(value.numerator, value.denominator) ?? floatNumeral(NaN));
    case 'complex':
      return complexPart(floatOf(value.real), floatOf(value.imaginary));
    case 'datetime':
      return timePart(value.value);
    case 'timedelta':
      return { kind: 'duration', value: String(BigInt(value.value)) };
    case 'bytes':
      return { kind: 'bytes', value: value.value.replaceAll('=', '') };
    case 'tuple':
      return { kind: 'sequence', items: value.items };
    case 'set':
      return { kind: 'set', items: value.items };
    case 'entries':
      return { kind: 'dict', pairs: value.items };
    case 'array':
      if (value.vector === true) return { kind: 'sequence', items: value.values, isColumn: true };
      return partOf(nested(value.shape, value.values));
    case 'stream':
    case 'opaque':
      return { kind: 'unknown' };
  }
}

function numberPart(number: Numeral): Part {
  return { kind: 'number', ...number };
}

/** A complex number without an imaginary part is a number. */
function complexPart(real: number, imaginary: number): Part {
  return imaginary === 0 ? numberPart(floatNumeral(real)) : { kind: 'complex', real, imaginary };
}

function floatOf(value: Value): number {
  const part = partOf(value);
  return part.kind === 'number' ? part.value : NaN;
}

const FLOATS = { nan: NaN, inf: Infinity, '-inf': -Infinity } as const;

function timePart(written: string): Part {
  const text = normalTime(written);
  return { kind: 'datetime', moment: momentOf(text) ?? text, text };
}

/** Normalizes a timestamp: `2024-05-01`, `2024-05-01 00:00:00` and `2024-05-01T00:00:00.000000` are written alike. */
function normalTime(text: string): string {
  const full = text
    .replace(' ', 'T')
    .replace(/(\.\d*?)0+(?=$|[+-]|Z)/, '$1')
    .replace(/\.(?=$|[+-]|Z)/, '');
  return /^\d{4}-\d{2}-\d{2}$/.test(full) ? `${full}T00:00:00` : full;
}

/** Values in C order as nested lists; for zero dimensions the value itself. */
function nested(shape: readonly number[], values: readonly Value[]): Value {
  const [length, ...inner] = shape;
  if (length === undefined) return values[0] ?? null;
  if (inner.length === 0) return values;
  const size = inner.reduce((product, each) => product * each, 1);
  return Array.from({ length }, (_, index) => nested(inner, values.slice(index * size, (index + 1) * size)));
}
