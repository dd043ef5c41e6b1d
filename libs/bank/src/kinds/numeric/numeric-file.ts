import { z } from 'zod';
import { FilePath, head } from '../../question-head';

export const NumericFile = z.strictObject({
  ...head,
  kind: z.literal('numeric'),
  /** Exports `make(rng)`, pure: `{shown, answer: {value, absTol | relTol}, wrong: [{value, misconception}], explained?}`. */
  family: FilePath.default('family.mjs'),
  /** Exports `answer(shown)`: the right value worked out in another way from what the candidate sees; for the check. */
  oracle: FilePath.optional(),
  unit: z.string().default(''),
  /** How to write the answer, for example "One decimal". */
  writeAs: z.string().optional(),
});
export type NumericFile = z.infer<typeof NumericFile>;
