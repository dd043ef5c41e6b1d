import { z } from 'zod';
import { head } from '../../question-head';
import { Option } from '../shared/part-file';

/**
 * `one`: exactly one key, all or nothing. `many`: each shown key picked adds 1/keys, each other option picked takes
 * 1/keys away, never below 0.
 */
export const ChoiceFile = z.strictObject({
  ...head,
  kind: z.literal('choice'),
  choose: z.enum(['one', 'many']),
  /** How many options an item shows, always including every key. All if absent. */
  show: z.number().int().min(2).optional(),
  options: z.array(Option).min(2).max(12),
});
export type ChoiceFile = z.infer<typeof ChoiceFile>;
