import { z } from 'zod';
import { Slug } from '../../question-head';

/** One option of a choice. A wrong one names its misconception; each says why it is right or wrong. */
export const Option = z.strictObject({
  id: Slug,
  key: z.boolean().default(false),
  misconception: Slug.optional(),
  text: z.string().min(1),
  why: z.string().min(1),
});
export type Option = z.infer<typeof Option>;
