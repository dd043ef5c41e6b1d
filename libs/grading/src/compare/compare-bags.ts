import type { Value } from '@holdout/sandbox';
import { isClose } from './compare-numbers';
import type { Tolerance } from './compare-numbers';
import { MaterializeError } from '../contract/errors';
import { exactKey } from '../values/exact-key';
import { canPairAll } from './pair-all';
import { partOf } from '../values/value-kinds';

/** As many items are compared in any order where neither keys nor sorting can do it. */
const MAX_PAIRED_ITEMS = 400;

/** Says whether two values are the same by the rules of the question. */
export type Same = (actual: Value, expected: Value) => boolean;

/** How items that come in any order are compared: by what the reference gave, never by what a program did. */
type Way = 'keys' | 'sorting' | 'pairing';

function wayFor(expected: readonly Value[], tolerance: Tolerance): Way {
  if (!keysOf(expected, tolerance).includes(null)) return 'keys';
  if (expected.every((item) => partOf(item).kind === 'number')) return 'sorting';
  if (expected.length <= MAX_PAIRED_ITEMS) return 'pairing';
  throw new MaterializeError(
    `no more than ${MAX_PAIRED_ITEMS} items can be compared in any order with tolerances, unless all are numbers`,
  );
}

function keysOf(items: readonly Value[], { relTol, absTol }: Tolerance): readonly (string | null)[] {
  const numbers = relTol === 0 && absTol === 0 ? 'exact' : 'close';
  return items.map((item) => exactKey(item, numbers));
}

/** Says whether two lists of one length hold the same items, each as often, in any order. Throws for too many. */
export function isSameMultiset(
  actual: readonly Value[],
  expected: readonly Value[],
  rules: { readonly tolerance: Tolerance; readonly same: Same },
): boolean {
  switch (wayFor(expected, rules.tolerance)) {
    case 'keys':
      return sortedKeys(actual, rules.tolerance) === sortedKeys(expected, rules.tolerance);
    case 'sorting':
      return isSameSorted(actual, expected, rules.tolerance);
    case 'pairing':
      return canPairAll(expected.length, (wanted, came) => rules.same(actual[came] ?? null, expected[wanted] ?? null));
  }
}

/** Says whether each item of either list has its like in the other, whatever the repeats. Throws for too many. */
export function isSameSet(
  actual: readonly Value[],
  expected: readonly Value[],
  rules: { readonly tolerance: Tolerance; readonly same: Same },
): boolean {
  if (wayFor(expected, rules.tolerance) === 'keys') {
    const [came, wanted] = [new Set(keysOf(actual, rules.tolerance)), new Set(keysOf(expected, rules.tolerance))];
    return came.size === wanted.size && [...wanted].every((key) => came.has(key));
  }
  // A program that repeats itself often enough to be slow to compare is no honest answer.
  if (actual.length > MAX_PAIRED_ITEMS) return false;
  return (
    actual.every((item) => expected.some((wanted) => rules.same(item, wanted))) &&
    expected.every((wanted) => actual.some((item) => rules.same(item, wanted)))
  );
}

function sortedKeys(items: readonly Value[], tolerance: Tolerance): string {
  return JSON.stringify([...keysOf(items, tolerance)].sort());
}

/**
 * Numbers paired in ascending order. This finds a pairing wherever there is one, since both ends of what is close to a
 * number rise with it while the relative tolerance is below 1.
 */
function isSameSorted(actual: readonly Value[], expected: readonly Value[], tolerance: Tolerance): boolean {
  const [came, wanted] = [ascending(actual), ascending(expected)];
  return (
    came.length === actual.length && wanted.every((number, index) => isClose(came[index] ?? NaN, number, tolerance))
  );
}

/** NaN, which is close to NaN alone, goes last. */
function ascending(items: readonly Value[]): readonly number[] {
  const numbers = items.map(partOf).flatMap((part) => (part.kind === 'number' ? [part.value] : []));
  return numbers.sort((a, b) => Number(Number.isNaN(a)) - Number(Number.isNaN(b)) || a - b || 0);
}
