import type { Levels } from '@holdout/scoring';
import { criteriaApart, meanLevels } from './marks';
import type { SecondMarkDue } from './second-marks';

/** The marks of one answer so far; null while one is missing. */
export type MarksOfAnswer = {
  readonly first: Levels | null;
  readonly second: Levels | null;
  /** What decided a disagreement. */
  readonly resolved: Levels | null;
};

export type Settled =
  /** A mark, or the decision about a disagreement, is missing. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'disagreement'; readonly criteria: readonly string[] }
  | { readonly kind: 'final'; readonly levels: Levels };

/**
 * What counts of the marks of one answer. One mark counts if no second is due; of two marks that are less than two levels
 * apart on every criterion the mean counts; otherwise the resolution counts, and there is none before it.
 */
export function settleMarks({ first, second, resolved }: MarksOfAnswer, due: SecondMarkDue): Settled {
  if (first === null) return { kind: 'waiting' };
  if (second === null) return due === 'notDue' ? { kind: 'final', levels: first } : { kind: 'waiting' };
  const criteria = criteriaApart(first, second);
  if (criteria.length === 0) return { kind: 'final', levels: meanLevels(first, second) };
  return resolved === null ? { kind: 'disagreement', criteria } : { kind: 'final', levels: resolved };
}
