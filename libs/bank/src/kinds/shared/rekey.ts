import { z } from 'zod';
import { AnswerId, distinct } from '../clean-text';
import type { ChoicePartSecret, KeyedOption } from './choice-part';

/** Reads a new key by its schema and applies it to a part of an item; null if it has another form, or does not fit. */
export function rekeying<Part, Key, Changed>(
  schema: z.ZodType<Key>,
  apply: (part: Part, key: Key) => Changed | null,
): (part: Part, key: unknown) => Changed | null {
  return (part, key) => {
    const read = schema.safeParse(key);
    return read.success ? apply(part, read.data) : null;
  };
}

/** The item with some fields of its secret part changed; null if there are none to change. */
export function withSecret<Item extends { readonly secret: object }>(
  item: Item,
  changed: Partial<Item['secret']> | null,
): Item | null {
  return changed && { ...item, secret: { ...item.secret, ...changed } };
}

const MOST_OPTIONS = 12;

/** The ids of the options that are correct. Of a choice of one, each of them earns the point. */
export const OptionsKey = z.strictObject({ keys: distinct(AnswerId, MOST_OPTIONS).refine((keys) => keys.length > 0) });
export type OptionsKey = z.infer<typeof OptionsKey>;

/** The options with another key; null if the key names one that is not there. */
export function rekeyOptions(options: readonly KeyedOption[], { keys }: OptionsKey): readonly KeyedOption[] | null {
  if (!keys.every((key) => options.some(({ id }) => id === key))) return null;
  return options.map((option) => ({ ...option, key: keys.includes(option.id) }));
}

/** The secret parts with new keys by the id of a part; null if one does not fit. `rekeyOwn` changes a part of the kind's own type. */
export function rekeyParts<Own extends { readonly id: string; readonly type: string }, Key extends object>(
  parts: readonly (Own | ChoicePartSecret)[],
  keys: Readonly<Record<string, OptionsKey | Key>>,
  rekeyOwn: (part: Own, key: Key) => Own | null,
): readonly (Own | ChoicePartSecret)[] | null {
  if (!Object.keys(keys).every((id) => parts.some((part) => part.id === id))) return null;
  const changed = parts.map((part) => {
    const key = keys[part.id];
    return key === undefined ? part : rekeyPart(part, key, rekeyOwn);
  });
  return changed.every((part) => part !== null) ? changed : null;
}

function rekeyPart<Own extends { readonly type: string }, Key extends object>(
  part: Own | ChoicePartSecret,
  key: OptionsKey | Key,
  rekeyOwn: (part: Own, key: Key) => Own | null,
): Own | ChoicePartSecret | null {
  if (!isChoice(part)) return 'keys' in key ? null : rekeyOwn(part, key);
  const options = 'keys' in key ? rekeyOptions(part.options, key) : null;
  return options && { ...part, options };
}

const isChoice = (part: { readonly type: string }): part is ChoicePartSecret => part.type === 'choice';
