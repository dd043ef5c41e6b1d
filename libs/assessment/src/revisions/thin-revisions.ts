/** A stored version of an answer, as far as keeping it is concerned. */
export type StoredRevision = {
  readonly id: string;
  readonly savedAt: Date;
  readonly bytes: number;
  /** Refused as stale; it never was the current answer. */
  readonly isRefused: boolean;
  /** Refers to something that stays: the current answer, one that was scored, the last code in a language. */
  readonly isNeeded: boolean;
};

/** The newest revisions are all kept, so that the last minutes can be undone step by step. */
export const NEWEST_KEPT = 10;
/** How many older revisions are kept at most, with how many bytes in total. */
export const OLDER_KEPT = 50;
export const OLDER_BYTES = 2 * 1024 * 1024;
/** How many refused answers are kept at most. Each of them was the last thing a person saw before a conflict. */
export const REFUSED_KEPT = 10;

const FINEST_GAP = 1 / 16;
const COARSEST_GAP = 2;

/**
 * The ids of the revisions of one item that may be deleted. Kept are those that are needed, the newest ones, and of the
 * older ones a series that gets sparser with age: a revision is kept if its distance to the next newer kept one is at
 * least a share of its age. The share doubles until number and bytes are within their limits.
 */
export function thinRevisions(revisions: readonly StoredRevision[], now: Date): readonly string[] {
  const newestFirst = revisions.toSorted((a, b) => b.savedAt.getTime() - a.savedAt.getTime());
  const refused = newestFirst.filter((each) => each.isRefused && !each.isNeeded);
  const spare = newestFirst.filter((each) => !each.isRefused && !each.isNeeded);
  const older = spare.slice(NEWEST_KEPT);
  const kept = new Set(sparse(older, spare[NEWEST_KEPT - 1]?.savedAt ?? now, now));
  return [...refused.slice(REFUSED_KEPT), ...older.filter((each) => !kept.has(each))].map(({ id }) => id);
}

/** The series with the smallest gap that fits. */
function sparse(older: readonly StoredRevision[], next: Date, now: Date): readonly StoredRevision[] {
  for (let gap = FINEST_GAP; gap <= COARSEST_GAP; gap *= 2) {
    const kept = spaced(older, gap, next, now);
    if (kept.length <= OLDER_KEPT && sum(kept) <= OLDER_BYTES) return kept;
  }
  return [];
}

function spaced(older: readonly StoredRevision[], gap: number, next: Date, now: Date): readonly StoredRevision[] {
  let last = next.getTime();
  return older.filter(({ savedAt }) => {
    const at = savedAt.getTime();
    if (last - at < gap * (now.getTime() - at)) return false;
    last = at;
    return true;
  });
}

const sum = (revisions: readonly StoredRevision[]): number => revisions.reduce((total, { bytes }) => total + bytes, 0);
