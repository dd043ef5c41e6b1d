import type { JudgedView } from '../runs/submission-query';

/** The groups that earn points. A model is graded as a whole: its only group carries none of its own. */
export function groupsOf({ groups }: JudgedView): JudgedView['groups'] {
  return groups.filter(({ points }) => points > 0);
}

export const passedOf = (groups: JudgedView['groups']): number =>
  groups.filter(({ verdict }) => verdict.kind === 'PASSED').length;
