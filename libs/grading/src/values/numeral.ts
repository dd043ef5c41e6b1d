/**
 * A number as it is compared. `exact` is its decimal (`12.5`) or its fraction in lowest terms (`1/3`) where it was not
 * computed as a float; `value` is the double nearest to it.
 */
export type Numeral = { readonly value: number; readonly exact: string | null };

export type Tolerance = { readonly relTol: number; readonly absTol: number };

/** Whether numbers may differ at all. */
export function hasTolerance({ relTol, absTol }: Tolerance): boolean {
  return relTol > 0 || absTol > 0;
}

/** The most digits that an exponent may add to a decimal. */
const MAX_EXPONENT = 4000;
const DECIMAL = /^(?<sign>[+-]?)(?<whole>\d+)(?:\.(?<rest>\d*))?(?:[eE](?<power>[+-]?\d{1,6}))?$/;

/** A whole number as it is written everywhere; most numbers are one, and are decided fast. */
const PLAIN = /^(?:0|-?[1-9]\d*)$/;

/** The decimal without exponent and superfluous zeros, or null if the text is none or has an enormous exponent. */
export function decimalOf(text: string): string | null {
  if (PLAIN.test(text)) return text;
  const found = DECIMAL.exec(text)?.groups;
  return found === undefined ? null : plainDecimal(found);
}

function plainDecimal({ sign, whole = '', rest = '', power = '0' }: Readonly<Partial<Record<string, string>>>) {
  const exponent = Number(power);
  if (Math.abs(exponent) > MAX_EXPONENT) return null;
  const magnitude = shifted(whole, rest, exponent);
  return sign === '-' && magnitude !== '0' ? `-${magnitude}` : magnitude;
}

function shifted(whole: string, rest: string, exponent: number): string {
  const [before, after] = [Math.max(0, -exponent), Math.max(0, exponent)];
  const digits = `${'0'.repeat(before)}${whole}${rest}${'0'.repeat(after)}`;
  const point = before + whole.length + exponent;
  const integer = digits.slice(0, point).replace(/^0+(?=\d)/, '');
  const fraction = withoutZeros(digits.slice(point));
  return fraction === '' ? integer : `${integer}.${fraction}`;
}

/** Without trailing zeros; a regular expression would backtrack quadratically. */
function withoutZeros(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits[end - 1] === '0') end -= 1;
  return digits.slice(0, end);
}

/** A number computed as a float; -0 is 0. */
export function floatNumeral(value: number): Numeral {
  return { value: value + 0, exact: null };
}

/** The number of a decimal as `decimalOf` writes it. */
export function decimalNumeral(decimal: string): Numeral {
  return { value: Number(decimal), exact: decimal };
}

/** The number of a fraction; null if the denominator is 0. */
export function fractionNumeral(numerator: string, denominator: string): Numeral | null {
  const [top, bottom] = [BigInt(numerator), BigInt(denominator)];
  if (bottom === 0n) return null;
  const shared = gcd(top, bottom) * (bottom < 0n ? -1n : 1n);
  const [n, d] = [top / shared, bottom / shared];
  return d === 1n ? decimalNumeral(String(n)) : { value: quotient(n, d), exact: `${n}/${d}` };
}

function gcd(a: bigint, b: bigint): bigint {
  let [large, small] = [magnitudeOf(a), magnitudeOf(b)];
  while (small !== 0n) [large, small] = [small, large % small];
  return large;
}

function magnitudeOf(n: bigint): bigint {
  return n < 0n ? -n : n;
}

/** More digits than a double has. */
const DIGITS = 25;

function quotient(n: bigint, d: bigint): number {
  const [top, bottom] = [Number(n), Number(d)];
  if (Number.isSafeInteger(top) && Number.isSafeInteger(bottom)) return top / bottom;
  const places = DIGITS - String(magnitudeOf(n)).length + String(d).length;
  const scaled = places >= 0 ? (n * 10n ** BigInt(places)) / d : n / (d * 10n ** BigInt(-places));
  return Number(`${scaled}e${-places}`);
}

/** Whether a number differs from the expected one by at most max(absTol, relTol × |expected|). NaN equals NaN. */
export function isClose(actual: number, expected: number, { relTol, absTol }: Tolerance): boolean {
  if (Object.is(actual, expected) || actual === expected) return true;
  if (!Number.isFinite(actual) || !Number.isFinite(expected)) return false;
  return Math.abs(actual - expected) <= Math.max(absTol, relTol * Math.abs(expected));
}

/**
 * `isClose`, for numbers with any number of digits. A float and a number that is not whole are compared as doubles,
 * because a float says no more than that; all others by their exact difference.
 */
export function isCloseNumeral(actual: Numeral, expected: Numeral, tolerance: Tolerance): boolean {
  if (actual.exact !== null && actual.exact === expected.exact) return true;
  const [came, wanted] = [rationalOf(actual, expected), rationalOf(expected, actual)];
  if (came === null || wanted === null) return isClose(actual.value, expected.value, tolerance);
  return certainly(actual.value, expected.value, tolerance) ?? isWithin(came(), wanted(), tolerance);
}

/** Orders numbers; 0 only for equal ones. */
export function compareNumerals(a: Numeral, b: Numeral): number {
  if (a.value !== b.value || a.exact === b.exact || a.exact === null || b.exact === null) return a.value - b.value;
  const [one, other] = [parse(a.exact), parse(b.exact)];
  const difference = one.n * other.d - other.n * one.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

type Rational = { readonly n: bigint; readonly d: bigint };

/** The exact value, computed when it is needed; null if the two must be compared as doubles. */
function rationalOf(number: Numeral, other: Numeral): (() => Rational) | null {
  const { exact, value } = number;
  if (exact !== null) return () => parse(exact);
  const isExact = Number.isInteger(value) && other.exact !== null && /^-?\d+$/.test(other.exact);
  return isExact ? () => ({ n: BigInt(value), d: 1n }) : null;
}

function parse(exact: string): Rational {
  const [top = '', bottom] = exact.split('/');
  if (bottom !== undefined) return { n: BigInt(top), d: BigInt(bottom) };
  const [whole = '', rest = ''] = top.split('.');
  return { n: BigInt(whole + rest), d: 10n ** BigInt(rest.length) };
}

/** What doubles decide beyond their rounding errors, or null: exact arithmetic on long numbers is slow. */
function certainly(actual: number, expected: number, { relTol, absTol }: Tolerance): boolean | null {
  if (!Number.isFinite(actual) || !Number.isFinite(expected)) return null;
  const difference = Math.abs(actual - expected);
  const allowed = Math.max(absTol, relTol * Math.abs(expected));
  const noise = 4 * Number.EPSILON * Math.max(Math.abs(actual), Math.abs(expected), allowed);
  if (difference > allowed + noise) return false;
  return difference + noise <= allowed ? true : null;
}

function isWithin(came: Rational, wanted: Rational, { relTol, absTol }: Tolerance): boolean {
  const difference = magnitudeOf(came.n * wanted.d - wanted.n * came.d);
  const unit = came.d * wanted.d;
  const [absolute, relative] = [parseDouble(absTol), parseDouble(relTol)];
  return (
    difference * absolute.d <= absolute.n * unit ||
    difference * relative.d <= relative.n * magnitudeOf(wanted.n) * came.d
  );
}

/** A tolerance as its author wrote it. */
function parseDouble(value: number): Rational {
  return parse(decimalOf(String(value)) ?? '0');
}

/**
 * How numbers are written as text: `exact` tells all numbers from each other; `doubles` those that are not whole only as
 * far as a double does, for comparing decimals with floats.
 */
export type Digits = 'exact' | 'doubles';

/** A text that two finite numbers share exactly when they are equal without tolerances. */
export function numeralText({ value, exact }: Numeral, digits: Digits): string {
  if (exact !== null && (digits === 'exact' || /^-?\d+$/.test(exact))) return exact;
  return Number.isInteger(value) ? String(BigInt(value)) : (decimalOf(String(value)) ?? String(value));
}

/** Whether a number is a float that is not whole, with which decimals are compared as doubles. */
export function isFraction({ value, exact }: Numeral): boolean {
  return exact === null && Number.isFinite(value) && !Number.isInteger(value);
}
