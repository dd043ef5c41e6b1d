import { z } from 'zod';
import { FilePath, Slug } from '../../question-head';

const criterionHead = {
  id: Slug,
  title: z.string().min(3).max(80),
  /** An answer earns weight times level; all criteria at their top level are the points there are. */
  weight: z.number().int().min(1).max(10),
  /** What an answer at each level shows, from level 0 up. */
  levels: z.array(z.string().min(3)).min(2).max(6),
};

export const Criterion = z.strictObject(criterionHead);
export const BlockCriterion = z.strictObject({ ...criterionHead, block: Slug });

/** Something that a good answer never does. */
export const RedFlag = z.strictObject({ text: z.string().min(3), misconception: Slug.optional() });

/** A whole answer in Markdown with the level that each criterion gives it. */
const Sample = z.strictObject({ file: FilePath, levels: z.record(Slug, z.number().int().min(0)) });

/** Three answers whose totals must fall from strong to weak: they show what the rubric means, and prove its order. */
export const Samples = z.strictObject({ strong: Sample, middling: Sample, weak: Sample });
export type Samples = z.infer<typeof Samples>;
export type Sample = z.infer<typeof Sample>;
export type Criterion = z.infer<typeof Criterion>;
export type BlockCriterion = z.infer<typeof BlockCriterion>;

export const Words = z
  .strictObject({ min: z.number().int().min(0).default(0), max: z.number().int().min(10).max(3000) })
  .refine(({ min, max }) => min < max, 'the least is not less than the most');
