import type { Draft } from './draft';

/** An answer that the server has not confirmed yet. Only unsent answers are stored. */
export type UnsentDraft = {
  readonly draft: Draft;
  /** Idempotency key: sending the draft twice creates one revision. */
  readonly revisionId: string;
  /** From this device's clock. */
  readonly editedAt: string;
  /** The server revision that the draft is based on; 0 for none. */
  readonly base: number;
};

/** Stores unsent answers so that they survive a reload, a crash and a day without network. */
export type DraftStore = {
  readonly read: (itemId: string) => UnsentDraft | null;
  readonly write: (itemId: string, unsent: UnsentDraft) => void;
  /** Removes the draft, unless another tab has overwritten it since. */
  readonly remove: (itemId: string, revisionId: string) => void;
};

const keyOf = (itemId: string) => `holdout.unsent.${itemId}`;

/** Uses the browser's localStorage. If storage is full or blocked, unsent answers last only as long as the page. */
export function browserStore(storage: Storage): DraftStore {
  const memory = new Map<string, UnsentDraft>();
  const attempt = <T>(act: () => T, otherwise: T): T => {
    try {
      return act();
    } catch {
      return otherwise;
    }
  };
  const stored = (itemId: string): UnsentDraft | null =>
    attempt(() => {
      const text = storage.getItem(keyOf(itemId));
      return text === null ? null : (JSON.parse(text) as UnsentDraft);
    }, null);
  return {
    read: (itemId) => memory.get(itemId) ?? stored(itemId),
    write: (itemId, unsent) => {
      memory.set(itemId, unsent);
      attempt(() => storage.setItem(keyOf(itemId), JSON.stringify(unsent)), undefined);
    },
    remove: (itemId, revisionId) => {
      memory.delete(itemId);
      if (stored(itemId)?.revisionId !== revisionId) return;
      attempt(() => storage.removeItem(keyOf(itemId)), undefined);
    },
  };
}
