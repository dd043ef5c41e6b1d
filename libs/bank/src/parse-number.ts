export type ParsedNumber =
  | {
      readonly ok: true;
      /** In the unit of the question. */
      readonly value: number;
      /** The number as it was read, for display. */
      readonly readAs: string;
      /** Whether a comma was read as a thousands separator that could be a decimal comma, as in `1,250`; shown to the person. */
      readonly isCommaAmbiguous: boolean;
    }
  | { readonly ok: false; readonly issue: 'empty' | 'notANumber' | 'tooLarge' | 'divisionByZero' };

const SPACES = /[\s\u00a0\u2007\u2009\u202f]+/g;
const MINUS = /[\u2212\u2012\u2013\ufe63\uff0d]/g;
const PLAIN = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const GROUPED = /^[+-]?[1-9]\d{0,2}([ ,'’_])\d{3}(\1\d{3})*(\.\d+)?(e[+-]?\d+)?$/i;
const LONE_COMMA = /(^|\D)[1-9]\d{0,2},\d{3}(\D|$)/;
const DECIMAL_COMMA = /^[+-]?\d*,\d+(e[+-]?\d+)?$/i;

/**
 * Reads a number as people write it: `1e-3`, `.5`, `−3`, `1,000`, `1 000`, `0,5`, `1/8`, `0.5 %`, or with the
 * question's own unit behind it. A percent sign divides by a hundred unless the question asks for percent.
 * `1,000` is a thousand; a single comma before any other number of digits is a decimal comma.
 */
export function parseNumber(text: string, unit = ''): ParsedNumber {
  const clean = text.normalize('NFKC').replace(MINUS, '-').replace(SPACES, ' ').trim();
  if (clean === '') return { ok: false, issue: 'empty' };
  if (clean.length > 100) return { ok: false, issue: 'notANumber' };
  const quotient = readQuotient(withoutUnit(clean, unit.trim()));
  if (typeof quotient !== 'number') return { ok: false, issue: quotient };
  const isPercent = clean.endsWith('%') && unit.trim() !== '%';
  const value = isPercent ? Number((quotient / 100).toPrecision(15)) : quotient;
  if (!Number.isFinite(value)) return { ok: false, issue: 'tooLarge' };
  return { ok: true, value, readAs: String(value), isCommaAmbiguous: isCommaAmbiguous(clean) };
}

/** `1,250.5` and `1,250,000` are unambiguous. */
function isCommaAmbiguous(text: string): boolean {
  return !text.includes('.') && text.split('/').some((part) => part.split(',').length === 2 && LONE_COMMA.test(part));
}

function readQuotient(text: string): number | 'notANumber' | 'divisionByZero' {
  const [above = null, below = 1, ...rest] = text.split('/').map((part) => readPlain(part.trim()));
  if (above === null || below === null || rest.length > 0) return 'notANumber';
  return below === 0 ? 'divisionByZero' : above / below;
}

function withoutUnit(text: string, unit: string): string {
  const written = [unit.normalize('NFKC'), '%'].find((ending) => ending !== '' && text.endsWith(ending));
  return written === undefined ? text : text.slice(0, -written.length).trim();
}

function readPlain(text: string): number | null {
  if (PLAIN.test(text)) return Number(text);
  if (GROUPED.test(text)) return Number(text.replace(/[ ,'’_]/g, ''));
  return DECIMAL_COMMA.test(text) ? Number(text.replace(',', '.')) : null;
}
