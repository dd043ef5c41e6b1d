/**
 * A value on its way into or out of a box, as JSON. What JSON can express is itself; everything else is an object tagged
 * by the key `$`. A plain object that has a key `$` of its own is encoded as `entries`.
 */
export type Value = null | boolean | number | string | readonly Value[] | ValueObject | TaggedValue;

export type ValueObject = { readonly [key: string]: Value };

export type TaggedValue =
  /** A float that JSON cannot express. */
  | { readonly $: 'float'; readonly value: 'nan' | 'inf' | '-inf' }
  /** An integer outside ±(2^53 − 1), in decimal. */
  | { readonly $: 'integer'; readonly value: string }
  /** Python's `Decimal`, in decimal without an exponent, and `Fraction`, in lowest terms. */
  | { readonly $: 'decimal'; readonly value: string }
  | { readonly $: 'fraction'; readonly numerator: string; readonly denominator: string }
  | { readonly $: 'complex'; readonly real: Value; readonly imaginary: Value }
  | { readonly $: 'tuple'; readonly items: readonly Value[] }
  /** `frozen` where it may be a member of a set and a key of a dictionary. */
  | { readonly $: 'set'; readonly items: readonly Value[]; readonly frozen?: true }
  /** A mapping whose keys are not all strings, or one with a key `$`. */
  | { readonly $: 'entries'; readonly items: readonly (readonly [Value, Value])[] }
  | { readonly $: 'datetime'; readonly value: string }
  /** A length of time, in whole microseconds. */
  | { readonly $: 'timedelta'; readonly value: string }
  /** In base64. */
  | { readonly $: 'bytes'; readonly value: string }
  /** A numpy array; `values` flat in C order. `vector` for a matrix of one column in R, which is used as a vector there. */
  | {
      readonly $: 'array';
      readonly dtype: string;
      readonly shape: readonly number[];
      readonly values: readonly Value[];
      readonly vector?: true;
    }
  | SeriesValue
  | DataFrameValue
  /**
   * Numbers that the program reads as a generator of floats, once; little-endian float64 in base64. The sequence is
   * repeated `times` times (default 1), so that a stream can be longer than its encoding.
   */
  | { readonly $: 'stream'; readonly float64: string; readonly times?: number }
  /** A value that the box could not encode; only its type name is known. It equals nothing. */
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
