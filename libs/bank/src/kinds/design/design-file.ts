import { z } from 'zod';
import { head, Slug } from '../../question-head';
import { BlockCriterion, RedFlag, Samples, Words } from '../shared/rubric-file';

const Block = z.strictObject({
  id: Slug,
  title: z.string().min(2).max(60),
  ask: z.string().min(3),
  words: Words.default({ min: 0, max: 300 }),
});

/** A number that is checked at once. Without a tolerance it must match exactly. */
const CheckedNumber = z.strictObject({
  id: Slug,
  /** The block next to which it is asked. */
  block: Slug,
  ask: z.string().min(3),
  answer: z.number(),
  relTol: z.number().min(0).max(1).default(0),
  absTol: z.number().min(0).default(0),
  unit: z.string().default(''),
  points: z.number().int().min(1).max(10).default(1),
  why: z.string().min(3),
  wrong: z.array(z.strictObject({ value: z.number(), misconception: Slug })).default([]),
});

/** The brief is the statement in question.md. The canvas is optional: blocks and numbers are a complete answer. */
export const DesignFile = z.strictObject({
  ...head,
  kind: z.literal('design'),
  blocks: z.array(Block).min(2).max(16),
  numbers: z.array(CheckedNumber).max(8).default([]),
  rubric: z.array(BlockCriterion).min(2).max(16),
  redFlags: z.array(RedFlag).default([]),
  /** Follow-up questions for a reviewer. */
  probes: z.array(z.string().min(3)).default([]),
  samples: Samples,
});
export type DesignFile = z.infer<typeof DesignFile>;
