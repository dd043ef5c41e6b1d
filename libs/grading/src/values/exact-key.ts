import type { Value } from '@holdout/sandbox';
import type { Digits } from './numeral';
import { isFraction, numeralText } from './numeral';
import type { Part } from './value-kinds';
import { partOf } from './value-kinds';

/** How numbers count in a key: not at all, because a tolerance applies, or by their digits. */
export type KeyNumbers = 'close' | Digits;

/**
 * A key that two values share exactly when they are equal without tolerances; null for values with comparison rules of
 * their own (Series, DataFrames). With `close` numbers a tolerance applies, so a value that contains a number has no key.
 */
export function exactKey(value: Value, numbers: KeyNumbers): string | null {
  const inner = (item: Value): string | null => exactKey(item, numbers);
  const part = partOf(value);
  switch (part.kind) {
    case 'None':
      return 'None';
    case 'bool':
      return `bool ${String(part.value)}`;
    case 'number':
      return numbers === 'close' ? null : numberKey(part, numbers);
    case 'complex':
      return numbers === 'close' ? null : `complex ${part.real} ${part.imaginary}`;
    case 'str':
      return `str ${JSON.stringify(part.value)}`;
    case 'datetime':
      return `datetime ${JSON.stringify(part.moment)}`;
    case 'duration':
    case 'bytes':
      return `${part.kind} ${part.value}`;
    case 'sequence':
      return joined('list', part.items.map(inner));
    case 'set':
      return joined('set', sorted(part.items.map(inner)));
    case 'dict':
      return joined(
        'dict',
        sorted(
          part.pairs.map(([key, item]) =>
            joined('pair', [keyOf(key, numbers === 'close' ? 'exact' : numbers), inner(item)]),
          ),
        ),
      );
    case 'Series':
    case 'DataFrame':
    case 'unknown':
      return null;
  }
}

function numberKey(number: Extract<Part, { kind: 'number' }>, digits: Digits): string {
  const isFinite = number.exact !== null || Number.isFinite(number.value);
  return `number ${isFinite ? numeralText(number, digits) : number.value}`;
}

/**
 * The key of a dictionary entry, by the rules of values without tolerances; null if it has none. A list and a tuple have
 * the same key, because only a tuple can be one.
 */
export function keyOf(key: Value, digits: Digits = 'exact'): string | null {
  return exactKey(key, digits);
}

/** How the numbers in values must be written so that equal ones have equal keys: decimals equal floats only as doubles. */
export function digitsFor(values: readonly Value[]): Digits {
  return values.some(hasFraction) ? 'doubles' : 'exact';
}

function hasFraction(value: Value): boolean {
  if (typeof value === 'number') return !Number.isInteger(value);
  if (typeof value !== 'object' || value === null) return false;
  const part = partOf(value);
  switch (part.kind) {
    case 'number':
      return isFraction(part);
    case 'sequence':
    case 'set':
      return part.items.some(hasFraction);
    case 'dict':
      return part.pairs.some(([key, item]) => hasFraction(key) || hasFraction(item));
    default:
      return false;
  }
}

/** Unambiguous, because the brackets and commas of a text are inside its quotes. */
function joined(kind: string, keys: readonly (string | null)[]): string | null {
  return keys.includes(null) ? null : `${kind}[${keys.join()}]`;
}

function sorted(keys: readonly (string | null)[]): readonly (string | null)[] {
  return [...keys].sort();
}
