import type { DraftIssue } from '@holdout/assessment';

/** Where an issue of an assessment is solved in the builder. */
export const issueAddress =
  (slug: string, assessmentId: string) =>
  ({ where }: Pick<DraftIssue, 'where'>): string => {
    const at = where.entryId ?? where.sectionId;
    const build = `/o/${slug}/assessments/${assessmentId}/build`;
    return at === null ? build : `${build}?at=${encodeURIComponent(at)}`;
  };
