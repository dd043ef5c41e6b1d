import { canonicalJson } from '@holdout/bank';
import type { Value } from '@holdout/sandbox';
import type { Part } from './value-kinds';
import { partOf } from './value-kinds';

/**
 * A key that two values share exactly when they are equal without tolerances; null for values with comparison rules of
 * their own (Series, DataFrames). With `close` numbers a tolerance applies, so a value that contains a number has no key.
 */
export function exactKey(value: Value, numbers: 'exact' | 'close'): string | null {
  const inner = (item: Value): string | null => exactKey(item, numbers);
  const part = partOf(value);
  switch (part.kind) {
    case 'None':
      return 'None';
    case 'bool':
      return `bool ${String(part.value)}`;
    case 'number':
      return numbers === 'close' ? null : numberKey(part);
    case 'str':
      return `str ${JSON.stringify(part.value)}`;
    case 'datetime':
      return `datetime ${part.value}`;
    case 'sequence':
      return joined('list', part.items.map(inner));
    case 'set':
      return joined('set', sorted(part.items.map(inner)));
    case 'dict':
      return joined('dict', sorted(part.pairs.map(([key, item]) => joined('pair', [keyOf(key), inner(item)]))));
    case 'Series':
    case 'DataFrame':
    case 'unknown':
      return null;
  }
}

/** Adding 0 turns -0 into 0. */
function numberKey({ value, exact }: Extract<Part, { kind: 'number' }>): string {
  return exact === null ? `number ${value + 0}` : `integer ${exact}`;
}

/** The key of a dictionary entry as text. A list and a tuple have the same text, because only a tuple can be a key. */
export function keyOf(key: Value): string {
  const part = partOf(key);
  return part.kind === 'sequence' ? canonicalJson(part.items) : canonicalJson(part);
}

function joined(kind: string, keys: readonly (string | null)[]): string | null {
  return keys.includes(null) ? null : `${kind} ${JSON.stringify(keys)}`;
}

function sorted(keys: readonly (string | null)[]): readonly (string | null)[] {
  return [...keys].sort();
}
