import { type Draft, draftOf, isSameDraft, type SavedResponse } from './draft';
import type { UnsentDraft } from './draft-store';

export type Merged = {
  /** The answer that the page opens with; null for an item never answered. */
  readonly shown: Draft | null;
  /** The local draft that must still be sent. */
  readonly toSend: UnsentDraft | null;
  /** An older local draft, offered to the user and never dropped silently. */
  readonly setAside: UnsentDraft | null;
};

/**
 * Shows the newer of the two answers and keeps the other: the server keeps revisions, the page sets the draft aside.
 */
export function mergeDraft(saved: SavedResponse | null, unsent: UnsentDraft | null): Merged {
  const server = saved === null ? null : draftOf(saved);
  if (unsent === null || (server !== null && isSameDraft(server, unsent.draft))) {
    return { shown: server, toSend: null, setAside: null };
  }
  const isOnTop = saved === null || saved.revision <= unsent.base;
  if (isOnTop || Date.parse(unsent.editedAt) >= Date.parse(saved.savedAt)) {
    return { shown: unsent.draft, toSend: unsent, setAside: null };
  }
  return { shown: server, toSend: null, setAside: unsent };
}
