import { type Draft, draftOf, isSameDraft, type SavedResponse } from './draft';
import { byTime, type UnsentDraft } from './draft-store';

/** `late`: it does not count, and the server keeps it. */
export type RefusedReason =
  'closed' | 'late' | 'tooLarge' | 'badCharacter' | 'tooLong' | 'notPlain' | 'fixed' | 'doesNotFit';

export type SendOutcome =
  | { readonly kind: 'saved'; readonly revision: number; readonly savedAt: string }
  /** Another tab or device has saved since. The server keeps the draft, and its own answer is the current one. */
  | { readonly kind: 'stale'; readonly current: SavedResponse }
  | { readonly kind: 'refused'; readonly reason: RefusedReason }
  | { readonly kind: 'unreachable' };

/** An outcome on the page; after an unreachable server also whether the device has stored the answer. */
export type Heard =
  Exclude<SendOutcome, { kind: 'unreachable' }> | { readonly kind: 'unreachable'; readonly isKept: boolean };

/** State of the save label next to the answer. */
export type SaveStatus =
  | { readonly kind: 'untouched' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: string }
  /** Sent when the server is reachable. Until then it is on this device, or on the page alone if that keeps nothing. */
  | { readonly kind: 'waiting'; readonly isKept: boolean }
  | { readonly kind: 'refused'; readonly reason: RefusedReason }
  /** The server has another answer. Nothing more is sent until one of the two is chosen. */
  | { readonly kind: 'conflict' };

type Sendable = UnsentDraft & { readonly isSent?: boolean };

/** The answer of one item on one page, and what of it the server does not have yet. */
export type SaveQueue = {
  /** The answer on the page; null for an item never answered. */
  readonly draft: Draft | null;
  /** The revision that the answer on the page builds on; 0 for none. */
  readonly base: number;
  /** Counts the answers that were put on the page in place of another: fields start again from `draft`. */
  readonly replaced: number;
  readonly status: SaveStatus;
  /** True if `draft` is newer than `mine`. */
  readonly isTyped: boolean;
  /** The newest answer of the page that is stored on this device and not confirmed. */
  readonly mine: Sendable | null;
  /** Answers that are not on the page, sent before `mine`, oldest first. */
  readonly behind: readonly Sendable[];
  readonly inFlight: Sendable | null;
  /** Stays on this device: sending it again changes nothing. */
  readonly refused: readonly UnsentDraft[];
  /** In a conflict: the server's answer. */
  readonly other: SavedResponse | null;
  /** An answer that an earlier page left on this device. The server keeps it, and has a newer one. */
  readonly setAside: UnsentDraft | null;
  /** When the answer of another tab or device was put on the page; null once something is typed. */
  readonly takenOverAt: string | null;
};

export type NewSave = { readonly revisionId: string; readonly editedAt: string };

/** The queue of an item that opens, with what earlier pages left on this device, oldest first. */
export function opened(saved: SavedResponse | null, left: readonly UnsentDraft[]): SaveQueue {
  const queue: SaveQueue = {
    draft: saved === null ? null : draftOf(saved),
    base: saved?.revision ?? 0,
    replaced: 0,
    status: saved === null ? { kind: 'untouched' } : { kind: 'saved', at: saved.savedAt },
    isTyped: false,
    mine: null,
    behind: left.map((each) => ({ ...each, isSent: true })),
    inFlight: null,
    refused: [],
    other: null,
    setAside: null,
    takenOverAt: null,
  };
  const newest = queue.behind.at(-1);
  if (newest === undefined || newest.isBehind || !isOnTop(newest, queue)) return queue;
  return {
    ...queue,
    draft: newest.draft,
    status: { kind: 'waiting', isKept: true },
    mine: newest,
    behind: queue.behind.slice(0, -1),
  };
}

/** With what another page has left on this device since: each is sent, so that the server keeps it. */
export function adopted(queue: SaveQueue, left: readonly UnsentDraft[]): SaveQueue {
  const known = new Set(storedOf(queue).map(({ revisionId }) => revisionId));
  const more = left.filter(({ revisionId }) => !known.has(revisionId)).map((each) => ({ ...each, isSent: true }));
  return more.length === 0 ? queue : { ...queue, behind: [...queue.behind, ...more] };
}

/** Whether the draft builds on the server's answer, or on one of this device that has become the server's. */
function isOnTop({ base }: UnsentDraft, { behind, draft, base: current }: SaveQueue): boolean {
  return base >= current || (draft !== null && behind.some((each) => isSameDraft(each.draft, draft)));
}

export function edited(queue: SaveQueue, draft: Draft): SaveQueue {
  const status: SaveStatus = queue.other === null ? { kind: 'saving' } : queue.status;
  return { ...queue, draft, isTyped: true, status, takenOverAt: null };
}

/** Makes the newest text a save of its own, to be stored on this device and sent. */
export function kept(queue: SaveQueue, save: NewSave): SaveQueue {
  const { draft, mine, base } = queue;
  if (!queue.isTyped || draft === null) return queue;
  const settled = { ...queue, isTyped: false };
  if (mine === null) return { ...settled, mine: { ...save, draft, base, after: null } };
  return isSameDraft(mine.draft, draft) ? settled : replacing(settled, mine, { ...save, draft, base });
}

/** A save that was sent may have arrived even if no answer came. One in a conflict was answered. */
function replacing(queue: SaveQueue, former: Sendable, next: UnsentDraft): SaveQueue {
  if (former.isSent !== true || queue.other !== null)
    return { ...queue, mine: { ...next, after: former.after ?? null } };
  const behind = [...queue.behind, { ...former, isBehind: true }];
  return { ...queue, behind, mine: { ...next, after: former.revisionId } };
}

/** The draft to be sent now; null if there is none, or one is on its way. */
export function nextOf({ inFlight, behind, other, mine }: SaveQueue): Sendable | null {
  if (inFlight !== null) return null;
  return behind[0] ?? (other === null ? mine : null);
}

/** Takes the next draft under way. */
export function sent(queue: SaveQueue): SaveQueue {
  const next = nextOf(queue);
  if (next === null) return queue;
  const inFlight = { ...next, isSent: true };
  return next === queue.mine
    ? { ...queue, inFlight, mine: inFlight }
    : { ...queue, inFlight, behind: [inFlight, ...queue.behind.slice(1)] };
}

/** The server's answer to the draft that was on its way. */
export function answered(queue: SaveQueue, outcome: Heard): SaveQueue {
  const { inFlight } = queue;
  if (inFlight === null) return queue;
  const landed = { ...queue, inFlight: null };
  const isMine = queue.mine?.revisionId === inFlight.revisionId;
  switch (outcome.kind) {
    case 'unreachable':
      return queue.other === null ? { ...landed, status: { kind: 'waiting', isKept: outcome.isKept } } : landed;
    case 'saved':
      return afterSave(without(followed(landed, inFlight, outcome.revision), inFlight), inFlight, outcome, isMine);
    case 'stale':
      return isMine ? inConflict(landed, outcome.current) : afterStale(without(landed, inFlight), inFlight, outcome);
    case 'refused': {
      const left = refusedBy(without(landed, inFlight), inFlight, outcome.reason);
      return isMine && !queue.isTyped ? { ...left, status: outcome } : left;
    }
  }
}

/** What the server keeps is not kept on this device. */
function refusedBy(queue: SaveQueue, save: UnsentDraft, reason: RefusedReason): SaveQueue {
  return reason === 'late' ? queue : { ...queue, refused: [...queue.refused, save] };
}

function without(queue: SaveQueue, { revisionId }: UnsentDraft): SaveQueue {
  const isOther = (each: UnsentDraft) => each.revisionId !== revisionId;
  return {
    ...queue,
    behind: queue.behind.filter(isOther),
    mine: queue.mine && isOther(queue.mine) ? queue.mine : null,
  };
}

/** What was written after this save builds on its revision. */
function followed(queue: SaveQueue, { revisionId }: UnsentDraft, revision: number): SaveQueue {
  const moved = <T extends Sendable>(each: T): T =>
    each.after === revisionId ? { ...each, base: revision, after: null } : each;
  return { ...queue, behind: queue.behind.map(moved), mine: queue.mine && moved(queue.mine) };
}

type Saved = Extract<SendOutcome, { kind: 'saved' }>;

function afterSave(queue: SaveQueue, save: UnsentDraft, { revision, savedAt }: Saved, isMine: boolean): SaveQueue {
  const status: SaveStatus = { kind: 'saved', at: savedAt };
  if (isMine) {
    const next = { ...queue, base: Math.max(queue.base, revision) };
    return queue.isTyped ? next : { ...next, status, refused: [] };
  }
  if (queue.mine?.base === revision) return { ...queue, base: Math.max(queue.base, revision) };
  if (revision <= queue.base || !isIdle(queue)) return queue;
  return taken(queue, save.draft, { revision, savedAt });
}

/** The server keeps what is not on the page. The newest answer that other pages left is offered, in whichever order they are sent. */
function afterStale(queue: SaveQueue, save: UnsentDraft, { current }: { current: SavedResponse }): SaveQueue {
  const server = draftOf(current);
  const isKnown = save.isBehind || (server !== null && isSameDraft(server, save.draft));
  const isOlder = queue.setAside !== null && byTime(save, queue.setAside) < 0;
  return isKnown || isOlder ? queue : { ...queue, setAside: save };
}

function inConflict(queue: SaveQueue, current: SavedResponse): SaveQueue {
  const server = draftOf(current);
  if (server === null || queue.draft === null || !isSameDraft(server, queue.draft)) {
    return { ...queue, other: current, status: { kind: 'conflict' } };
  }
  const { revision, savedAt } = current;
  return { ...queue, mine: null, isTyped: false, base: revision, status: { kind: 'saved', at: savedAt } };
}

/** Whether everything on the page is on the server. */
const isIdle = ({ isTyped, mine, other, status }: SaveQueue): boolean =>
  !isTyped && mine === null && other === null && status.kind !== 'refused';

function taken(
  queue: SaveQueue,
  draft: Draft | null,
  { revision, savedAt }: Pick<SavedResponse, 'revision' | 'savedAt'>,
): SaveQueue {
  const isSame = draft !== null && queue.draft !== null && isSameDraft(draft, queue.draft);
  const replaced = isSame ? queue.replaced : queue.replaced + 1;
  return { ...queue, draft, replaced, base: revision, other: null, status: { kind: 'saved', at: savedAt } };
}

/** Takes a newer answer of the server, if nothing on the page waits to be saved. */
export function noticed(queue: SaveQueue, saved: SavedResponse | null): SaveQueue {
  if (saved === null || saved.revision <= queue.base || !isIdle(queue)) return queue;
  const next = taken(queue, draftOf(saved), saved);
  return next.replaced === queue.replaced ? next : { ...next, takenOverAt: saved.savedAt };
}

/** In a conflict: the answer on the page is saved on top of the other, which stays among the earlier versions. */
export function keptMine(queue: SaveQueue, save: NewSave): SaveQueue {
  if (queue.other === null) return queue;
  const base = queue.other.revision;
  return kept({ ...queue, base, other: null, mine: null, isTyped: true, status: { kind: 'saving' } }, save);
}

/** In a conflict: the other answer comes on the page. What was typed since the refusal is sent, to be kept as well. */
export function tookOther(queue: SaveQueue, save: NewSave): SaveQueue {
  const { other, mine, behind } = kept(queue, save);
  if (other === null) return queue;
  const left = mine === null || mine.isSent ? behind : [...behind, { ...mine, isBehind: true }];
  return taken({ ...queue, isTyped: false, mine: null, behind: left }, draftOf(other), other);
}

/** Everything that must be on this device until the server has it, or the person has decided. */
export function storedOf({ mine, behind, refused, setAside }: SaveQueue): readonly UnsentDraft[] {
  return [...behind, ...(mine === null ? [] : [mine]), ...refused, ...(setAside === null ? [] : [setAside])];
}

/** Whether something waits to be sent. What was refused, and what is in a conflict, does not. */
export const hasUnsent = ({ behind, other, isTyped, mine }: SaveQueue): boolean =>
  behind.length > 0 || (other === null && (isTyped || mine !== null));
