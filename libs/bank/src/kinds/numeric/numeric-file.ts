import { z } from 'zod';
import { FilePath, head } from '../../question-head';

export const NumericFile = z.strictObject({
  ...head,
  kind: z.literal('numeric'),
  /** Exports `make(rng)`, pure: `{shown, answer: {value, absTol | relTol}, wrong: [{value, misconception}], explained?}`. */
  family: FilePath.default('family.mjs'),
  /** Exports `answer(shown)`, which computes the answer by another method from the shown parameters; for the check. */
  oracle: FilePath.optional(),
  unit: z.string().default(''),
  /** How to write the answer, for example "One decimal". */
  writeAs: z.string().optional(),
});
export type NumericFile = z.infer<typeof NumericFile>;
