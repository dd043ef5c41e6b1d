import type { SubmissionView } from '../runs/submission-query';

/** The groups that earn points. A model is graded as a whole: its only group has no points of its own. */
export function groupsOf({ groups }: SubmissionView): SubmissionView['groups'] {
  return groups.filter(({ points }) => points > 0);
}

export const passedOf = (groups: SubmissionView['groups']): number =>
  groups.filter(({ verdict }) => verdict.kind === 'PASSED').length;
