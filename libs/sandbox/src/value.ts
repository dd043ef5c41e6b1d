/**
 * A value on its way into or out of a box, as JSON. What JSON has, travels as itself; the rest is an object whose
 * only marker is the key `$`. A plain object that has a key `$` of its own travels as `entries`.
 */
export type Value = null | boolean | number | string | readonly Value[] | ValueObject | TaggedValue;

export type ValueObject = { readonly [key: string]: Value };

export type TaggedValue =
  /** A float that JSON cannot carry. */
  | { readonly $: 'float'; readonly value: 'nan' | 'inf' | '-inf' }
  /** An integer outside ±(2^53 − 1), in decimal. */
  | { readonly $: 'integer'; readonly value: string }
  | { readonly $: 'tuple' | 'set'; readonly items: readonly Value[] }
  /** A mapping whose keys are not all strings, or one with a key `$`. */
  | { readonly $: 'entries'; readonly items: readonly (readonly [Value, Value])[] }
  | { readonly $: 'datetime'; readonly value: string }
  /** A numpy array; `values` flat in C order. */
  | {
      readonly $: 'array';
      readonly dtype: string;
      readonly shape: readonly number[];
      readonly values: readonly Value[];
    }
  | SeriesValue
  | DataFrameValue
  /**
   * Numbers that the program sees as a generator of floats, readable once; little-endian float64 in base64. The whole
   * comes `times` times over, once when absent: a stream may be longer than what is held of it.
   */
  | { readonly $: 'stream'; readonly float64: string; readonly times?: number }
  /** Something the box could not encode: the program's type name only. Equal to nothing. */
  | { readonly $: 'opaque'; readonly type: string };

export type SeriesValue = {
  readonly $: 'series';
  readonly name: Value;
  readonly dtype: string;
  readonly index: readonly Value[];
  readonly values: readonly Value[];
};

export type DataFrameValue = {
  readonly $: 'dataframe';
  readonly index: readonly Value[];
  readonly columns: readonly { readonly name: Value; readonly dtype: string; readonly values: readonly Value[] }[];
};

export function isTagged(value: Value): value is TaggedValue {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    typeof (value as ValueObject)['$'] === 'string'
  );
}
