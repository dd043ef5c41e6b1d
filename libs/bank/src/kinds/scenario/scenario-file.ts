import { z } from 'zod';
import { head, Slug } from '../../question-head';
import { Criterion, RedFlag, Samples, Words } from '../shared/rubric-file';

/** The prompt is the statement of question.md. */
export const ScenarioFile = z.strictObject({
  ...head,
  kind: z.literal('scenario'),
  words: Words,
  /** Revealed one at a time; earlier texts become final when the next one appears. */
  followUps: z
    .array(z.strictObject({ id: Slug, ask: z.string().min(3), words: Words }))
    .max(5)
    .default([]),
  rubric: z.array(Criterion).min(2).max(12),
  redFlags: z.array(RedFlag).default([]),
  samples: Samples,
});
export type ScenarioFile = z.infer<typeof ScenarioFile>;
