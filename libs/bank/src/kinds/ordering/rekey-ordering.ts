import { z } from 'zod';
import { AnswerId, distinct } from '../clean-text';
import { rekeying } from '../shared/rekey';
import { isKept } from './precedence';

const MOST_STEPS = 16;
const MOST_PAIRS = 120;

/** Which step comes before which, which do not belong, and one order that earns all points. */
const OrderingKey = z.strictObject({
  before: z
    .array(z.strictObject({ first: AnswerId, then: AnswerId }))
    .min(1)
    .max(MOST_PAIRS),
  leaveOut: distinct(AnswerId, MOST_STEPS),
  example: distinct(AnswerId, MOST_STEPS),
});

type Keyed = {
  readonly before: readonly {
    readonly first: string;
    readonly then: string;
    readonly why: string | null;
    readonly misconception: string | null;
  }[];
  readonly leaveOut: readonly { readonly id: string; readonly why: string; readonly misconception: string | null }[];
  readonly example: readonly string[];
};
type Key = z.infer<typeof OrderingKey>;

/** Another order of these steps. Reasons of pairs and steps that remain are kept. */
export const rekeyOrdering = (steps: readonly string[]) =>
  rekeying(OrderingKey, (secret: Keyed, key): Keyed | null => {
    if (!isConsistent(steps, key)) return null;
    const before = key.before.map(
      (pair) =>
        secret.before.find(({ first, then }) => first === pair.first && then === pair.then) ?? {
          ...pair,
          why: null,
          misconception: null,
        },
    );
    const leaveOut = key.leaveOut.map(
      (id) => secret.leaveOut.find((step) => step.id === id) ?? { id, why: '', misconception: null },
    );
    return { before, leaveOut, example: key.example };
  });

/** Whether the example keeps all pairs, and is of known steps without those that do not belong. */
function isConsistent(steps: readonly string[], { before, leaveOut, example }: Key): boolean {
  return (
    [...leaveOut, ...example].every((id) => steps.includes(id)) &&
    before.every(({ first, then }) => isKept([first, then], example)) &&
    !example.some((id) => leaveOut.includes(id))
  );
}
