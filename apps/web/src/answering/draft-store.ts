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
  /** The save that may have arrived when this draft was written: if it is a revision, this draft builds on that one. */
  readonly after?: string | null;
  /** Newer text or another answer took its place: it is sent only so that the server keeps it. */
  readonly isBehind?: boolean;
};

/**
 * Stores unsent answers so that they survive a reload, a crash and a day without network. Each is stored under its own
 * key, so that two tabs never overwrite each other's.
 */
export type DraftStore = {
  /** Those of one item, of this page and of any other on this device, oldest first. */
  readonly list: (itemId: string) => readonly UnsentDraft[];
  readonly write: (itemId: string, unsent: UnsentDraft) => void;
  readonly remove: (itemId: string, revisionId: string) => void;
};

const PREFIX = 'holdout.unsent.';
const keyOf = (itemId: string, revisionId: string) => `${PREFIX}${itemId}.${revisionId}`;

function attempt<T>(act: () => T, otherwise: T): T {
  try {
    return act();
  } catch {
    return otherwise;
  }
}

function parsed(text: string | null): UnsentDraft | null {
  return attempt(() => (text === null ? null : (JSON.parse(text) as UnsentDraft)), null);
}

/** The keys of an item's drafts. Earlier versions stored one draft per item, under the item's id alone. */
function keysOf(storage: Storage, itemId: string): readonly string[] {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
  return keys.filter((key) => key === `${PREFIX}${itemId}` || key.startsWith(`${PREFIX}${itemId}.`));
}

/** Uses the browser's localStorage. If storage is full or blocked, unsent answers last only as long as the page. */
export function browserStore(storage: Storage): DraftStore {
  const memory = new Map<string, UnsentDraft>();
  const stored = (itemId: string): readonly (readonly [string, UnsentDraft])[] =>
    attempt(() => keysOf(storage, itemId), []).flatMap((key) => {
      const unsent = parsed(storage.getItem(key));
      return unsent === null ? [] : [[key, unsent] as const];
    });
  return {
    list: (itemId) => {
      const ours = [...memory].filter(([key]) => key.startsWith(`${PREFIX}${itemId}.`)).map(([, unsent]) => unsent);
      const all = new Map([...stored(itemId).map(([, unsent]) => unsent), ...ours].map((one) => [one.revisionId, one]));
      return [...all.values()].toSorted((a, b) => a.editedAt.localeCompare(b.editedAt));
    },
    write: (itemId, unsent) => {
      const key = keyOf(itemId, unsent.revisionId);
      memory.set(key, unsent);
      attempt(() => storage.setItem(key, JSON.stringify(unsent)), undefined);
    },
    remove: (itemId, revisionId) => {
      memory.delete(keyOf(itemId, revisionId));
      for (const [key, unsent] of stored(itemId)) {
        if (unsent.revisionId === revisionId) attempt(() => storage.removeItem(key), undefined);
      }
    },
  };
}
