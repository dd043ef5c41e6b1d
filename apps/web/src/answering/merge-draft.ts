import { type Draft, draftOf, isSameDraft, type SavedResponse } from './draft';
import type { UnsentDraft } from './draft-store';

export type Merged = {
  /** What the page opens with; null for an item never answered. */
  readonly shown: Draft | null;
  /** The local draft that is still to be sent. */
  readonly toSend: UnsentDraft | null;
  /** An older local draft, offered to the person instead of being dropped. */
  readonly setAside: UnsentDraft | null;
};

/** The newer of both answers is shown, and the other is never lost: the server keeps revisions, the page sets aside. */
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
