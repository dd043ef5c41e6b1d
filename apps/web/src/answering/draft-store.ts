import type { Draft } from './draft';

/** An answer that the server has not confirmed yet. Exactly the unsent ones are kept. */
export type UnsentDraft = {
  readonly draft: Draft;
  /** Sent with the draft, so that sending it twice makes one revision. */
  readonly revisionId: string;
  /** By this device's clock. */
  readonly editedAt: string;
  /** The server's revision that the draft was written on top of; 0 for none. */
  readonly base: number;
};

/** Where unsent answers survive a reload, a crash and a day without network. */
export type DraftStore = {
  readonly read: (itemId: string) => UnsentDraft | null;
  readonly write: (itemId: string, unsent: UnsentDraft) => void;
  /** Forgets the draft, but never one that another tab has written since. */
  readonly remove: (itemId: string, revisionId: string) => void;
};

const keyOf = (itemId: string) => `holdout.unsent.${itemId}`;

/** The browser's own storage. Where it is full or forbidden, answers last as long as the page. */
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
