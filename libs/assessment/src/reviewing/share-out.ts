/** An answer that nobody has been assigned to, and who must not get it: they have its other mark. */
export type FreeTask = { readonly id: string; readonly notTo: readonly string[] };

/** A reviewer and how many answers they get relative to the others. */
export type ReviewerShare = { readonly reviewerId: string; readonly share: number };

export type Assigned = { readonly taskId: string; readonly reviewerId: string };

/**
 * Deals out tasks in proportion to the shares: each goes to the reviewer who has least of their share, of those who may have
 * it. A task that none of them may have stays free.
 */
export function shareOut(tasks: readonly FreeTask[], shares: readonly ReviewerShare[]): readonly Assigned[] {
  const counts = new Map(shares.map(({ reviewerId }) => [reviewerId, 0]));
  const given = shares.filter(({ share }) => share > 0);
  // Those that fewer may have go first, so that one is not left over which another order would have placed.
  const hardestFirst = [...tasks].sort((a, b) => b.notTo.length - a.notTo.length);
  return hardestFirst.flatMap(({ id: taskId, notTo }) => {
    const burden = ({ reviewerId, share }: ReviewerShare): number => ((counts.get(reviewerId) ?? 0) + 1) / share;
    const [next] = given.filter(({ reviewerId }) => !notTo.includes(reviewerId)).sort((a, b) => burden(a) - burden(b));
    if (next === undefined) return [];
    counts.set(next.reviewerId, (counts.get(next.reviewerId) ?? 0) + 1);
    return [{ taskId, reviewerId: next.reviewerId }];
  });
}
