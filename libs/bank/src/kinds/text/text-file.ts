import { z } from 'zod';
import { head, Slug } from '../../question-head';
import { Share } from '../shared/part-file';

/**
 * A text to compare with, or several at once: `{a|b}` is one of its parts, `[a]` for a or nothing, so
 * "[mean] average precision{| score}" is four texts.
 */
const Pattern = z.string().min(1).max(200);
const Patterns = z.array(Pattern).min(1);

export const TextFile = z.strictObject({
  ...head,
  kind: z.literal('text'),
  /** The maximum length of the answer in characters. */
  maxLength: z.number().int().min(10).max(200).default(80),
  /** Shown to the candidate. Repeated spaces always count as one. */
  ignore: z
    .strictObject({ case: z.boolean().default(true), punctuation: z.boolean().default(true) })
    .default({ case: true, punctuation: true }),
  accept: Patterns,
  partial: z.array(z.strictObject({ text: Patterns, score: Share, why: z.string().min(1) })).default([]),
  wrong: z.array(z.strictObject({ text: Patterns, misconception: Slug, why: z.string().min(1) })).default([]),
});
export type TextFile = z.infer<typeof TextFile>;
