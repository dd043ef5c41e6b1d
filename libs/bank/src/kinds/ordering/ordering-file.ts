import { z } from 'zod';
import { head, Slug } from '../../question-head';

/** Two steps of which the first must come before the second; the longer form has the reason, which is shown afterwards. */
const Before = z.union([
  z.tuple([Slug, Slug]),
  z.strictObject({ steps: z.tuple([Slug, Slug]), why: z.string().min(1), misconception: Slug.optional() }),
]);

/**
 * The score is the share of precedence pairs kept, including all that follow from `before` (a before b before c is three
 * pairs). Each step that should be left out but is not subtracts one pair, never below 0.
 */
export const OrderingFile = z.strictObject({
  ...head,
  kind: z.literal('ordering'),
  /** Text by id, including the steps to leave out. Shuffled for each attempt. */
  steps: z.record(Slug, z.string().min(1)),
  before: z.array(Before).min(1),
  /** Steps that do not belong, each with the reason. */
  leaveOut: z
    .record(Slug, z.union([z.string().min(1), z.strictObject({ why: z.string().min(1), misconception: Slug })]))
    .default({}),
  /** Orders that must earn all points; for the check. */
  accepted: z.array(z.array(Slug).min(2)).min(1, 'give at least one order that earns all points'),
});
export type OrderingFile = z.infer<typeof OrderingFile>;
