import { createHash } from 'node:crypto';
import { scoreBand } from '@holdout/measurement';
import type { AttemptScoreToWrite, CohortEntryToWrite, FormItemRow } from '@holdout/persistence';
import { formKeyOf, type ItemPoints } from '@holdout/scoring';

/** The key of the form that an attempt had, as it is stored: only scores of one form are compared. */
export const formHash = (items: readonly ItemPoints[]): string =>
  createHash('sha256').update(formKeyOf(items)).digest('hex');

/** How an outcome is stored: a share for an answer, -1 for omitted, -2 for not reached, null for points that are still to come. */
const OMITTED = -1;
const NOT_REACHED = -2;

function outcomeOf({ state, earned, possible }: ItemPoints): number | null {
  if (state === 'omitted') return OMITTED;
  if (state === 'notReached') return NOT_REACHED;
  return state === 'answered' ? earned / possible : null;
}

/** The stored outcome of an item, as statistics take it. */
export function responseOf({ questionVersionId }: FormItemRow, outcome: number | null) {
  if (outcome === null) return { questionVersionId, earned: 0, possible: 1, state: 'awaiting' } as const;
  if (outcome === OMITTED) return { questionVersionId, earned: 0, possible: 1, state: 'omitted' } as const;
  if (outcome === NOT_REACHED) return { questionVersionId, earned: 0, possible: 1, state: 'notReached' } as const;
  return { questionVersionId, earned: outcome, possible: 1, state: 'answered' } as const;
}

/** What the table and the statistics of the cohort read of a score. Items are in the order of their versions, in every attempt the same. */
export function cohortEntryOf({ items, ...score }: AttemptScoreToWrite): CohortEntryToWrite {
  const counting = items
    .filter(({ state }) => state !== 'withdrawn')
    .toSorted((a, b) => (a.questionVersionId < b.questionVersionId ? -1 : 1));
  const band = scoreBand(counting, null);
  const { attemptId, organizationId, assessmentId, assessmentVersionId } = score;
  return {
    ...{ attemptId, organizationId, assessmentId, assessmentVersionId },
    formKey: formHash(items),
    formItems: counting.map(({ questionVersionId, weight }) => ({ questionVersionId, weight })),
    outcomes: counting.map(outcomeOf),
    ...(band.kind === 'score'
      ? {
          share: band.value / 100,
          shareLow: band.bounds.low / 100,
          shareHigh: band.bounds.high / 100,
          effectiveItems: band.effectiveItems,
          isProvisional: band.isProvisional,
        }
      : { share: null, shareLow: 0, shareHigh: 1, effectiveItems: 0, isProvisional: band.reason === 'allPending' }),
  };
}
