import { canonicalJson } from '@holdout/bank';
import type { Value } from '@holdout/sandbox';
import { matchKind } from './match-kind';
import type { Part } from './value-kinds';
import { partOf } from './value-kinds';

/**
 * One text for all values that are the same without tolerances; null where a value has rules of its own to be compared.
 * With `close` numbers, tolerances have a say, and a value that holds a number has no key.
 */
export function exactKey(value: Value, numbers: 'exact' | 'close'): string | null {
  const inner = (item: Value): string | null => exactKey(item, numbers);
  return matchKind<Part, string | null>(partOf(value), {
    None: () => 'None',
    bool: (part) => `bool ${String(part.value)}`,
    // Adding 0 makes -0 and 0 one.
    number: (part) => {
      if (numbers === 'close') return null;
      return part.exact === null ? `number ${part.value + 0}` : `integer ${part.exact}`;
    },
    str: (part) => `str ${JSON.stringify(part.value)}`,
    datetime: (part) => `datetime ${part.value}`,
    sequence: ({ items }) => joined('list', items.map(inner)),
    set: ({ items }) => joined('set', sorted(items.map(inner))),
    dict: ({ pairs }) => joined('dict', sorted(pairs.map(([key, item]) => joined('pair', [keyOf(key), inner(item)])))),
    Series: () => null,
    DataFrame: () => null,
    unknown: () => null,
  });
}

/** The text of a dictionary's key. Lists and tuples cannot both be keys, so one text stands for either. */
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
