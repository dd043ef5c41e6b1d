import { LONGEST_NUMBER } from './answer-limits';
import { plainNumberText } from './plain-number-text';
import { readNumberPart, rounded } from './read-number-part';

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
  | { readonly ok: false; readonly issue: NumberIssue };

export type NumberIssue =
  | 'empty'
  | 'notANumber'
  | 'tooLarge'
  | 'divisionByZero'
  /** An invisible character that has a meaning, such as a soft hyphen. */
  | 'hiddenCharacter';

const LONE_COMMA = /(^|\D)[1-9]\d{0,2},\d{3}(\D|$)/;

const refused = (issue: NumberIssue): ParsedNumber => ({ ok: false, issue });

/**
 * Reads a number as people write or paste it: `1e-3`, `.5`, `−3`, `1,000`, `1 000`, `0,5`, `1/8`, `1½`, `10²`,
 * `2.5 × 10⁻³`, `0.5 %`, `١٢٫٥`, or with the question's own unit behind it. A percent sign divides by a hundred unless
 * the question asks for percent. `1,000` is a thousand; a single comma before any other number of digits is a decimal
 * comma. Invisible characters without a meaning are ignored. What could be meant in another way is refused: `10₂`,
 * `1 1/2`, `1.000,5`.
 */
export function parseNumber(text: string, unit = ''): ParsedNumber {
  const plain = plainNumberText(text);
  if (plain === null) return refused('hiddenCharacter');
  if (plain === '') return refused('empty');
  if (plain.length > LONGEST_NUMBER) return refused('notANumber');
  const written = withoutUnit(plain, unit);
  const quotient = readQuotient(written);
  if (typeof quotient !== 'number') return refused(quotient);
  const value = isPercent(plain, unit) ? rounded(quotient / 100) : quotient;
  // Never minus zero: it would be shown as 0.
  const shown = value === 0 ? 0 : value;
  return { ok: true, value: shown, readAs: String(shown), isCommaAmbiguous: isCommaAmbiguous(written) };
}

const isPercent = (plain: string, unit: string): boolean => plain.endsWith('%') && plainNumberText(unit) !== '%';

/** `1,250.5` and `1,250,000` are unambiguous. */
function isCommaAmbiguous(text: string): boolean {
  return !text.includes('.') && text.split('/').some((part) => part.split(',').length === 2 && LONE_COMMA.test(part));
}

function readQuotient(text: string): number | 'notANumber' | 'divisionByZero' | 'tooLarge' {
  const [above = null, below = 1, ...rest] = text.split('/').map((part) => readNumberPart(part.trim()));
  if (above === null || below === null || rest.length > 0) return 'notANumber';
  if (below === 0) return 'divisionByZero';
  return Number.isFinite(above / below) ? above / below : 'tooLarge';
}

/** Cuts the unit, or a percent sign, off the end. Forms of one character count as the same in a unit: `µs`, `μs`. */
function withoutUnit(text: string, unit: string): string {
  const endings = [plainNumberText(unit) ?? '', unit.trim(), '%'].map((ending) => ending.normalize('NFKC'));
  for (let at = 0; at < text.length; at += 1) {
    if (endings.includes(text.slice(at).normalize('NFKC'))) return text.slice(0, at).trim();
  }
  return text;
}
