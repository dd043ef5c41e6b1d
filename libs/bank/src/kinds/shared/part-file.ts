import { z } from 'zod';
import { Slug } from '../../question-head';

/** One option of a choice. A wrong one names its misconception; each says why it is correct or wrong. */
export const Option = z.strictObject({
  id: Slug,
  key: z.boolean().default(false),
  misconception: Slug.optional(),
  text: z.string().min(1),
  why: z.string().min(1),
});
export type Option = z.infer<typeof Option>;

/** The common fields of every part of a question. */
export const partHead = {
  id: Slug,
  /** Markdown. */
  ask: z.string().min(1),
  points: z.number().int().min(1).max(10).default(1),
};

/** A share of the points, for a partially correct answer. */
export const Share = z.number().gt(0).lt(1);

/** A part that is a choice, by the rules of the kind `choice`. Options are shuffled for each attempt. */
export const ChoicePart = z.strictObject({
  ...partHead,
  type: z.literal('choice'),
  choose: z.enum(['one', 'many']).default('one'),
  options: z.array(Option).min(2).max(12),
});
export type ChoicePart = z.infer<typeof ChoicePart>;
