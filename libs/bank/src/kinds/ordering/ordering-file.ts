import { z } from 'zod';
import { head, Slug } from '../../question-head';

/** Two steps of which the first must come before the second; the longer form also says why, to be shown afterwards. */
const Before = z.union([
  z.tuple([Slug, Slug]),
  z.strictObject({ steps: z.tuple([Slug, Slug]), why: z.string().min(1), misconception: Slug.optional() }),
]);

/**
 * The score is the share of precedence pairs kept, all that follow from `before` counted (a before b before c is three
 * pairs); each step put in that should be left out takes one pair away, never below 0.
 */
export const OrderingFile = z.strictObject({
  ...head,
  kind: z.literal('ordering'),
  /** Id to text, left-out steps among them. They are shuffled for each attempt. */
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
