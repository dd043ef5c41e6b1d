/** Decimals of a double that are exact after one operation. */
const EXACT_DIGITS = 15;

const PLAIN = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const GROUPED = /^[+-]?[1-9]\d{0,2}([ ,'’_])\d{3}(\1\d{3})*(\.\d+)?(e[+-]?\d+)?$/i;
const DECIMAL_COMMA = /^[+-]?\d*,\d+(e[+-]?\d+)?$/i;
/** `10^3`, `-1.5^2`. */
const POWER = /^([+-]?)([^+\-*^e][^*^e]*)\^([+-]?\d{1,3})$/i;
/** `2.5*10^-3`, `3x10^5`. */
const SCIENTIFIC = /^([^*x^e]+) ?[*x] ?(10)\^([+-]?\d{1,3})$/i;
/** `½`, `1½`. */
const WITH_FRACTION = /^([+-]?)(\d{0,15}) ?([\u00bc-\u00be\u2150-\u215e\u2189])$/u;

/** The value of one side of a quotient, from the text of `plainNumberText`; null if it is not a number. */
export function readNumberPart(text: string): number | null {
  return readPlain(text) ?? readScientific(text) ?? readPower(text) ?? readWithFraction(text);
}

/** Without the error that dividing or raising a double adds in its last digits. */
export const rounded = (value: number): number => Number(value.toPrecision(EXACT_DIGITS));

/** The three groups of a form; null if the text has another form. */
function threeOf(form: RegExp, text: string): readonly [string, string, string] | null {
  const found = form.exec(text);
  return found && [found[1] ?? '', found[2] ?? '', found[3] ?? ''];
}

function readPlain(text: string): number | null {
  if (PLAIN.test(text)) return Number(text);
  if (GROUPED.test(text)) return Number(text.replace(/[ ,'’_]/g, ''));
  return DECIMAL_COMMA.test(text) ? Number(text.replace(',', '.')) : null;
}

function readScientific(text: string): number | null {
  const found = threeOf(SCIENTIFIC, text);
  const value = found && readPlain(found[0].trim());
  if (!found || value === null) return null;
  // One rounding in place of two: `2.3 × 10²` is 230. A very long mantissa is written with an exponent already.
  const written = String(value);
  return written.includes('e') ? value * Number(`1e${found[2]}`) : Number(`${written}e${found[2]}`);
}

/** As in mathematics the sign is taken last: `-10²` is -100. */
function readPower(text: string): number | null {
  const found = threeOf(POWER, text);
  const base = found && readPlain(found[1].trim());
  if (!found || base === null) return null;
  const power = base === 10 ? Number(`1e${found[2]}`) : rounded(base ** Number(found[2]));
  return found[0] === '-' ? -power : power;
}

function readWithFraction(text: string): number | null {
  const found = threeOf(WITH_FRACTION, text);
  if (!found) return null;
  // NFKC writes ½ as 1, a fraction slash, and 2.
  const [above = Number.NaN, below = Number.NaN] = found[2].normalize('NFKC').split('\u2044').map(Number);
  const value = (Number(found[1]) * below + above) / below;
  return found[0] === '-' ? -value : value;
}
