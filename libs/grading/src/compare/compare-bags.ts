import type { Value } from '@holdout/sandbox';
import { MaterializeError } from '../contract/errors';
import type { KeyNumbers } from '../values/exact-key';
import { digitsFor, exactKey } from '../values/exact-key';
import type { Numeral, Tolerance } from '../values/numeral';
import { compareNumerals, hasTolerance, isCloseNumeral } from '../values/numeral';
import { canPairAll } from './pair-all';
import { partOf } from '../values/value-kinds';

/** The most items that are compared in any order by trying pairs, where neither keys nor sorting can decide. */
const MAX_PAIRED_ITEMS = 400;

/** Whether two values are equal by the rules of the question. */
export type Same = (actual: Value, expected: Value) => boolean;

/** How items in any order are compared. The strategy depends on the expected items only, never on the program's. */
type Way = 'keys' | 'sorting' | 'pairing';

function wayFor(expected: readonly Value[], tolerance: Tolerance): Way {
  if (!keysOf(expected, hasTolerance(tolerance) ? 'close' : 'exact').includes(null)) return 'keys';
  if (expected.every((item) => partOf(item).kind === 'number')) return 'sorting';
  if (expected.length <= MAX_PAIRED_ITEMS) return 'pairing';
  throw new MaterializeError(
    `at most ${MAX_PAIRED_ITEMS} items can be compared in any order with tolerances, unless all are numbers`,
  );
}

function keysOf(items: readonly Value[], numbers: KeyNumbers): readonly (string | null)[] {
  return items.map((item) => exactKey(item, numbers));
}

/** The keys of both lists, in which equal items have equal keys. */
function keysOfBoth(actual: readonly Value[], expected: readonly Value[], tolerance: Tolerance) {
  const numbers = hasTolerance(tolerance) ? 'close' : digitsFor([...actual, ...expected]);
  return [keysOf(actual, numbers), keysOf(expected, numbers)] as const;
}

/** Whether two lists of equal length are equal as multisets. Throws above `MAX_PAIRED_ITEMS` if pairs must be tried. */
export function isSameMultiset(
  actual: readonly Value[],
  expected: readonly Value[],
  rules: { readonly tolerance: Tolerance; readonly same: Same },
): boolean {
  switch (wayFor(expected, rules.tolerance)) {
    case 'keys': {
      const [came, wanted] = keysOfBoth(actual, expected, rules.tolerance);
      return hasSameItems([...came].sort(), [...wanted].sort());
    }
    case 'sorting':
      return isSameSorted(actual, expected, rules.tolerance);
    case 'pairing':
      return canPairAll(expected.length, (wanted, came) => rules.same(actual[came] ?? null, expected[wanted] ?? null));
  }
}

/** Whether two lists are equal as sets: repeats do not count. Throws above `MAX_PAIRED_ITEMS` if pairs must be tried. */
export function isSameSet(
  actual: readonly Value[],
  expected: readonly Value[],
  rules: { readonly tolerance: Tolerance; readonly same: Same },
): boolean {
  if (wayFor(expected, rules.tolerance) === 'keys') {
    const keys = keysOfBoth(actual, expected, rules.tolerance);
    const [came, wanted] = [new Set(keys[0]), new Set(keys[1])];
    return came.size === wanted.size && [...wanted].every((key) => came.has(key));
  }
  // An answer with so many repeats that comparing it would be slow is refused.
  if (actual.length > MAX_PAIRED_ITEMS) return false;
  return (
    actual.every((item) => expected.some((wanted) => rules.same(item, wanted))) &&
    expected.every((wanted) => actual.some((item) => rules.same(item, wanted)))
  );
}

function hasSameItems<T>(actual: readonly T[], expected: readonly T[]): boolean {
  return actual.length === expected.length && actual.every((item, index) => item === expected[index]);
}

/**
 * Pairs numbers in ascending order. This finds a perfect matching whenever one exists: while the relative tolerance is
 * below 1, both ends of the interval of numbers close to x increase with x.
 */
function isSameSorted(actual: readonly Value[], expected: readonly Value[], tolerance: Tolerance): boolean {
  const [came, wanted] = [ascending(actual), ascending(expected)];
  return (
    came.length === actual.length &&
    wanted.every((number, index) => isCloseNumeral(came[index] ?? NOT_A_NUMBER, number, tolerance))
  );
}

const NOT_A_NUMBER: Numeral = { value: NaN, exact: null };

/** Sorts NaN last; it is close only to NaN. */
function ascending(items: readonly Value[]): readonly Numeral[] {
  const numbers = items.map(partOf).flatMap((part) => (part.kind === 'number' ? [part] : []));
  const rank = ({ value, exact }: Numeral): number => Number(exact === null && Number.isNaN(value));
  return numbers.sort((a, b) => rank(a) - rank(b) || compareNumerals(a, b) || 0);
}
