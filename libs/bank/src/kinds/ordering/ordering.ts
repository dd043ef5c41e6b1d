import { z } from 'zod';
import type { BundleOf } from '../../bundle';
import { AnswerId, distinct } from '../clean-text';
import { DEFAULTS } from '../defaults';
import type { Kind } from '../kind';
import { checkOrdering, pairOf } from './check-ordering';
import { OrderingFile } from './ordering-file';
import { closureOf, isKept, shareKept } from './precedence';
import { rekeyOrdering } from './rekey-ordering';
import { withSecret } from '../shared/rekey';

export type OrderingBundle = BundleOf<
  'ordering',
  /** Sorted by id, so that the author's order reveals nothing. */
  { readonly steps: readonly { readonly id: string; readonly text: string }[] },
  {
    readonly before: readonly {
      readonly first: string;
      readonly then: string;
      readonly why: string | null;
      readonly misconception: string | null;
    }[];
    readonly leaveOut: readonly { readonly id: string; readonly why: string; readonly misconception: string | null }[];
    /** One order that earns all points. */
    readonly example: readonly string[];
  }
>;

const MOST_STEPS = 16;

export const OrderingAnswer = z.strictObject({
  format: z.literal(1),
  kind: z.literal('ordering'),
  /** The ids of the ordered steps; the others are left out. */
  steps: distinct(AnswerId, MOST_STEPS),
});
export type OrderingAnswer = z.infer<typeof OrderingAnswer>;

/** Steps to put in order, some of which may not belong. */
export const ordering: Kind<OrderingFile, OrderingBundle, OrderingAnswer> = {
  ...DEFAULTS,
  file: OrderingFile,
  answer: OrderingAnswer,
  rekeyed: (item, key) => withSecret(item, rekeyOrdering(item.candidate.steps.map(({ id }) => id))(item.secret, key)),
  check: checkOrdering,
  partsOf({ yaml }, { explanation, ...statement }) {
    const { steps, accepted, ...rest } = yaml.value;
    const shown = Object.entries(steps).map(([id, text]) => ({ id, text }));
    return {
      candidate: { ...statement, steps: shown.sort((a, b) => (a.id < b.id ? -1 : 1)) },
      secret: { explanation, before: pairsOf(rest), leaveOut: leftOutOf(rest), example: accepted[0] ?? [] },
    };
  },
  /** A draw that keeps every pair would be the answer, so it is reversed; then it keeps none. */
  draw({ candidate, secret }, rng) {
    const drawn = rng.shuffle(candidate.steps.map(({ id }) => id));
    const isSolved = secret.before.every(({ first, then }) => isKept([first, then], drawn));
    return { steps: isSolved ? [...drawn].reverse() : drawn };
  },
  misfitOf: ({ draw }, { steps }) =>
    steps.every((id) => draw?.['steps']?.includes(id) === true) ? null : 'unknownOption',
  isEmpty: ({ steps }) => steps.length === 0,
  score({ secret: { before, leaveOut } }, { steps }) {
    const pairs = before.map(({ first, then }) => [first, then] as const);
    const leftOut = leaveOut.map(({ id }) => id);
    const broken = before.filter(({ first, then }) => isKept([then, first], steps));
    const intruders = leaveOut.filter(({ id }) => steps.includes(id));
    const misconceptions = [...broken, ...intruders].flatMap(({ misconception }) => misconception ?? []);
    const earned = shareKept(closureOf(pairs), leftOut, steps);
    return { earned, possible: 1, pending: 0, misconceptions: [...new Set(misconceptions)], raw: { steps } };
  },
  misconceptionsOf: ({ before, leaveOut }) =>
    [...before, ...leaveOut].flatMap(({ misconception }) => misconception ?? []),
};

function pairsOf({ before }: Pick<OrderingFile, 'before'>): OrderingBundle['secret']['before'] {
  return before.map((each) => {
    const [first, then] = pairOf(each);
    if (!('steps' in each)) return { first, then, why: null, misconception: null };
    return { first, then, why: each.why, misconception: each.misconception ?? null };
  });
}

function leftOutOf({ leaveOut }: Pick<OrderingFile, 'leaveOut'>): OrderingBundle['secret']['leaveOut'] {
  return Object.entries(leaveOut).map(([id, reason]) =>
    typeof reason === 'string' ? { id, why: reason, misconception: null } : { id, ...reason },
  );
}
