import type { SecondMarks } from '@holdout/assessment';
import type { ReviewPlanRow } from '@holdout/persistence';

/** The rule for second marks that a stored plan states. */
export function secondMarksOf({ secondMarks: kind, share, margin }: ReviewPlanRow): SecondMarks {
  switch (kind) {
    case 'none':
    case 'all':
      return { kind };
    case 'share':
      return { kind, share };
    case 'nearPass':
      return { kind, margin };
  }
}
