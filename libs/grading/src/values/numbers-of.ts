import type { Value } from '@holdout/sandbox';
import type { Part } from './value-kinds';
import { partOf } from './value-kinds';

export type NumbersOf =
  | { readonly ok: true; readonly numbers: readonly number[] }
  /** `at` is the 0-based index of the first item that is not a number, if known. */
  | { readonly ok: false; readonly issue: 'notAList' | 'notANumber' | 'notFinite'; readonly at?: number };

/** The numbers of a list, tuple, array, Series or one-column DataFrame of finite numbers; booleans are 1 and 0. */
export function numbersOf(value: Value): NumbersOf {
  const items = itemsOf(partOf(value));
  if (items === null) return { ok: false, issue: 'notAList' };
  const numbers: number[] = [];
  for (const [at, item] of items.entries()) {
    const number = numberOf(item);
    if (number === null) return { ok: false, issue: 'notANumber', at };
    if (!Number.isFinite(number)) return { ok: false, issue: 'notFinite', at };
    numbers.push(number);
  }
  return { ok: true, numbers };
}

/** The number of rows of a table, a Series or a list; null for anything else. */
export function lengthOf(value: Value): number | null {
  const part = partOf(value);
  return part.kind === 'DataFrame' ? part.frame.index.length : (itemsOf(part)?.length ?? null);
}

function itemsOf(part: Part): readonly Value[] | null {
  if (part.kind === 'sequence') return part.items.map(onlyItem);
  if (part.kind === 'Series') return part.series.values;
  if (part.kind !== 'DataFrame' || part.frame.columns.length !== 1) return null;
  return part.frame.columns[0]?.values ?? null;
}

/** The items of a column vector, which is a list of one-item lists. */
function onlyItem(item: Value): Value {
  const part = partOf(item);
  return part.kind === 'sequence' && part.items.length === 1 ? (part.items[0] ?? null) : item;
}

function numberOf(item: Value): number | null {
  const part = partOf(item);
  if (part.kind === 'bool') return part.value ? 1 : 0;
  return part.kind === 'number' ? part.value : null;
}
