import { z } from 'zod';
import { FilePath, Slug } from '../../question-head';

const criterionHead = {
  id: Slug,
  title: z.string().min(3).max(80),
  /** A criterion earns weight × level; the possible points are those of all criteria at their top level. */
  weight: z.number().int().min(1).max(10),
  /** The description of each level, from level 0 up. */
  levels: z.array(z.string().min(3)).min(2).max(6),
};

export const Criterion = z.strictObject(criterionHead);
export const BlockCriterion = z.strictObject({ ...criterionHead, block: Slug });

/** Something that a good answer never does. */
export const RedFlag = z.strictObject({ text: z.string().min(3), misconception: Slug.optional() });

/** A complete answer in Markdown, with its level for each criterion. */
const Sample = z.strictObject({ file: FilePath, levels: z.record(Slug, z.number().int().min(0)) });

/** Three answers whose totals must fall from strong to weak: they illustrate the rubric and verify its order. */
export const Samples = z.strictObject({ strong: Sample, middling: Sample, weak: Sample });
export type Samples = z.infer<typeof Samples>;
export type Sample = z.infer<typeof Sample>;
export type Criterion = z.infer<typeof Criterion>;
export type BlockCriterion = z.infer<typeof BlockCriterion>;

export const Words = z
  .strictObject({ min: z.number().int().min(0).default(0), max: z.number().int().min(10).max(3000) })
  .refine(({ min, max }) => min < max, 'the minimum must be less than the maximum');
