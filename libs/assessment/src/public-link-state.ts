/** What decides whether a public link admits a new person. */
export type PublicLinkFacts = {
  readonly cap: number;
  /** Seats that are taken. */
  readonly taken: number;
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
  readonly withdrawnAt: Date | null;
  readonly isArchived: boolean;
};

export type PublicLinkState = 'open' | 'notYetOpen' | 'full' | 'closed' | 'withdrawn';

/** Whether a new person gets a seat now, or why not. Someone who has a seat comes in by any link. */
export function publicLinkState(link: PublicLinkFacts, now: Date): PublicLinkState {
  if (link.withdrawnAt !== null) return 'withdrawn';
  if (link.isArchived || (link.closesAt !== null && link.closesAt <= now)) return 'closed';
  if (link.taken >= link.cap) return 'full';
  return link.opensAt !== null && link.opensAt > now ? 'notYetOpen' : 'open';
}
