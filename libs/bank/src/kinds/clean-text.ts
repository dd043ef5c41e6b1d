import { z } from 'zod';
import { isStorableText } from '../storable-text';

/** Text of a person, of at most so many UTF-16 units. */
export function cleanText(most: number): z.ZodType<string> {
  return z.string().max(most).refine(isStorableText, 'holds a character that cannot be stored');
}

/** An id of the question that an answer names. */
export const AnswerId = cleanText(80).refine((id) => id !== '', 'is empty');

/** Distinct ids. */
export function distinct<T>(item: z.ZodType<T>, most: number): z.ZodType<readonly T[]> {
  return z
    .array(item)
    .max(most)
    .refine((items) => new Set(items).size === items.length, 'names one twice');
}

const Id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(80);

/** An object by ids of the question. */
export function byId<T>(value: z.ZodType<T>, most: number): z.ZodType<Readonly<Record<string, T>>> {
  return byKey(Id, value, most);
}

/** An object of so many keys at most. A key called `__proto__` would be dropped unseen, so it is refused beforehand. */
export function byKey<T>(key: z.ZodString, value: z.ZodType<T>, most: number): z.ZodType<Readonly<Record<string, T>>> {
  const record = z.record(key, value).refine((given) => Object.keys(given).length <= most, 'names too many');
  return z
    .unknown()
    .refine((given) => typeof given !== 'object' || given === null || !Object.hasOwn(given, '__proto__'), 'is no id')
    .pipe(record);
}

/** How many words a text has: runs of what is not a space. */
export function wordCount(text: string): number {
  return text.split(/\s+/u).filter((word) => word !== '').length;
}
