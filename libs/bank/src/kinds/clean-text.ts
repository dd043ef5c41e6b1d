import { z } from 'zod';
import { isStorableText } from '../storable-text';

/** A schema of text that PostgreSQL can store, of at most `most` UTF-16 units. */
export function cleanText(most: number): z.ZodType<string> {
  return z.string().max(most).refine(isStorableText, 'contains a character that cannot be stored');
}

/** A schema of an id of the question in an answer. */
export const AnswerId = cleanText(80).refine((id) => id !== '', 'is empty');

/** A schema of a list of at most `most` distinct items. */
export function distinct<T>(item: z.ZodType<T>, most: number): z.ZodType<readonly T[]> {
  return z
    .array(item)
    .max(most)
    .refine((items) => new Set(items).size === items.length, 'contains a duplicate');
}

const Id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(80);

/** A schema of an object by ids of the question, with at most `most` keys. */
export function byId<T>(value: z.ZodType<T>, most: number): z.ZodType<Readonly<Record<string, T>>> {
  return byKey(Id, value, most);
}

/** A schema of an object with at most `most` keys. `__proto__` is refused, because zod drops such a key silently. */
export function byKey<T>(key: z.ZodString, value: z.ZodType<T>, most: number): z.ZodType<Readonly<Record<string, T>>> {
  const record = z.record(key, value).refine((given) => Object.keys(given).length <= most, 'has too many keys');
  return z
    .unknown()
    .refine(
      (given) => typeof given !== 'object' || given === null || !Object.hasOwn(given, '__proto__'),
      'is not an id',
    )
    .pipe(record);
}

/** The number of words: maximal runs of non-space characters. */
export function wordCount(text: string): number {
  return text.split(/\s+/u).filter((word) => word !== '').length;
}
