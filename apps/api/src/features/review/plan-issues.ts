import type { AssignReviewsInput, InputIssue, SaveReviewPlanInput } from '../../generated/resolvers';

const MOST_DAYS = 90;
const MOST_SHARE = 100;

const issue = (field: string, code: InputIssue['code'], limit: number | null = null): InputIssue => ({
  field,
  code,
  limit,
});

function shareIssue(field: string, value: number): InputIssue[] {
  if (!(value > 0)) return [issue(field, 'TOO_SMALL', 0)];
  return value > 1 ? [issue(field, 'TOO_LARGE', 1)] : [];
}

/** What is wrong with a plan; the reviewers are those who have the role now. */
export function planIssues(input: SaveReviewPlanInput, reviewers: readonly string[]): InputIssue[] {
  const { share, margin, reviewerIds } = input;
  const daysDue = input.daysDue ?? null;
  const isUnknown = reviewerIds.some((id) => !reviewers.includes(id));
  return [
    ...shareIssue('share', share),
    ...shareIssue('margin', margin),
    ...(daysDue !== null && daysDue < 1 ? [issue('daysDue', 'TOO_SMALL', 1)] : []),
    ...(daysDue !== null && daysDue > MOST_DAYS ? [issue('daysDue', 'TOO_LARGE', MOST_DAYS)] : []),
    ...(isUnknown ? [issue('reviewerIds', 'UNKNOWN')] : []),
  ];
}

/** What is wrong with shares of reviewers. */
export function shareIssues(shares: AssignReviewsInput['shares'], reviewers: readonly string[]): InputIssue[] {
  const isUnknown = shares.some(({ reviewerId }) => !reviewers.includes(reviewerId));
  const isTwice = new Set(shares.map(({ reviewerId }) => reviewerId)).size < shares.length;
  return [
    ...(isUnknown || isTwice ? [issue('shares', 'UNKNOWN')] : []),
    ...(shares.some(({ share }) => share < 0) ? [issue('shares', 'TOO_SMALL', 0)] : []),
    ...(shares.some(({ share }) => share > MOST_SHARE) ? [issue('shares', 'TOO_LARGE', MOST_SHARE)] : []),
  ];
}
