import { bandDifference, type ErrorScale, passCertainty, type ScoreBand, scoreBand } from '@holdout/measurement';
import type {
  CohortFilter as Filter,
  CohortOrder as Order,
  CohortRow,
  CohortStatus as Status,
  DecisionKind as Kind,
  Side,
} from '@holdout/persistence';
import type { ItemPoints } from '@holdout/scoring';
import type {
  CohortFilter,
  CohortOrder,
  CohortSide,
  CohortStatus,
  DecisionFilter,
  DecisionKind,
  ScoreDifference,
} from '../../generated/resolvers';
import { wordsOf } from '../candidate-invitation/invitation-view';

export const STATUSES = { inProgress: 'IN_PROGRESS', ended: 'ENDED', released: 'RELEASED' } as const satisfies Record<
  Status,
  CohortStatus
>;
export const SIDES_SHOWN = { above: 'ABOVE', uncertain: 'UNCERTAIN', below: 'BELOW' } as const satisfies Record<
  Side,
  CohortSide
>;
export const KINDS = { advance: 'ADVANCE', hold: 'HOLD', decline: 'DECLINE' } as const satisfies Record<
  Kind,
  DecisionKind
>;

const namesOf = <Name extends string, Shown extends string>(
  shown: Readonly<Record<Name, Shown>>,
  wanted: readonly string[],
) => (Object.keys(shown) as Name[]).filter((name) => wanted.includes(shown[name]));

export const kindNamed = (kind: DecisionKind): Kind => namesOf(KINDS, [kind])[0] ?? 'hold';

/** The filter as the repository takes it. */
export function cohortFilter(filter: Partial<CohortFilter>): Filter {
  const decisions: readonly DecisionFilter[] = filter.decisions ?? [];
  return {
    statuses: namesOf(STATUSES, filter.statuses ?? []),
    decisions: [...namesOf(KINDS, decisions), ...(decisions.includes('NONE') ? [null] : [])],
    sides: namesOf(SIDES_SHOWN, filter.sides ?? []),
    isProvisional: filter.isProvisional ?? null,
    words: wordsOf(filter.text ?? ''),
    versionNumber: filter.versionNumber ?? null,
  };
}

export const COHORT_ORDERS: Readonly<Record<CohortOrder, Order>> = {
  NAME: { by: 'name', isDescending: false },
  NAME_DESCENDING: { by: 'name', isDescending: true },
  SCORE: { by: 'score', isDescending: false },
  SCORE_DESCENDING: { by: 'score', isDescending: true },
  STATUS: { by: 'status', isDescending: false },
  STATUS_DESCENDING: { by: 'status', isDescending: true },
  DECISION: { by: 'decision', isDescending: false },
  DECISION_DESCENDING: { by: 'decision', isDescending: true },
};

const counting = (items: readonly ItemPoints[] | null) => (items ?? []).filter(({ state }) => state !== 'withdrawn');

/** The band of a person's total; null without a score. */
export function totalBand({ items }: Pick<CohortRow, 'items'>, scale: ErrorScale | null): ScoreBand | null {
  const band = scoreBand(counting(items), scale);
  return band.kind === 'score' ? band : null;
}

/** The band of one skill, from its own items alone. */
export function skillBand({ items }: Pick<CohortRow, 'items'>, skill: string): ScoreBand | null {
  const band = scoreBand(
    counting(items).filter(({ skills }) => skills.includes(skill)),
    null,
  );
  return band.kind === 'score' ? band : null;
}

/** The skills of a person's items, withdrawn or not. */
export const skillsIn = ({ items }: Pick<CohortRow, 'items'>): readonly string[] =>
  [...new Set((items ?? []).flatMap(({ skills }) => skills))].sort();

export function certaintyOf(band: ScoreBand | null, passLine: number | null): number | null {
  return band === null || passLine === null ? null : passCertainty(band, 100 * passLine).probability;
}

export function differenceShown(a: ScoreBand | null, b: ScoreBand | null): ScoreDifference | null {
  if (a === null || b === null) return null;
  const { points, low, high, error, isDistinguishable } = bandDifference(a, b);
  return { points, low, high, error, isDistinguishable };
}
