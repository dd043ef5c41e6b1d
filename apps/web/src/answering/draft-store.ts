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
  /** Resolves when everything written so far is on this device; false if it keeps nothing beyond the page. */
  readonly kept: () => Promise<boolean>;
  /** Reads what other tabs have stored since. */
  readonly refresh: () => Promise<void>;
};

/** `localStorage`: what earlier versions used, and the fallback. Its writes are done when they return. */
export type OldDrafts = DraftStore & {
  readonly all: () => readonly { readonly itemId: string; readonly unsent: UnsentDraft }[];
  /** Whether the draft is stored, and not only in memory. */
  readonly has: (itemId: string, revisionId: string) => boolean;
};

export const byTime = (a: UnsentDraft, b: UnsentDraft): number => a.editedAt.localeCompare(b.editedAt);

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

/** The keys of all drafts. Earlier versions stored one draft per item, under the item's id alone. */
function keysIn(storage: Storage): readonly string[] {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
  return keys.filter((key) => key.startsWith(PREFIX));
}

const itemOf = (key: string): string => key.slice(PREFIX.length).split('.', 1)[0] ?? '';

/** Uses the browser's localStorage. If storage is full or blocked, unsent answers last only as long as the page. */
export function browserStore(storage: Storage): OldDrafts {
  const memory = new Map<string, UnsentDraft>();
  const has = (itemId: string, revisionId: string): boolean =>
    attempt(() => storage.getItem(keyOf(itemId, revisionId)) !== null, false);
  const all = () =>
    attempt(() => keysIn(storage), []).flatMap((key) => {
      const unsent = parsed(storage.getItem(key));
      return unsent === null ? [] : [{ key, itemId: itemOf(key), unsent }];
    });
  return {
    all,
    has,
    list: (itemId) => {
      const ours = [...memory].filter(([key]) => itemOf(key) === itemId).map(([, unsent]) => unsent);
      const stored = all().filter((each) => each.itemId === itemId);
      const known = new Map([...stored.map(({ unsent }) => unsent), ...ours].map((one) => [one.revisionId, one]));
      return [...known.values()].toSorted(byTime);
    },
    write: (itemId, unsent) => {
      const key = keyOf(itemId, unsent.revisionId);
      memory.set(key, unsent);
      attempt(() => storage.setItem(key, JSON.stringify(unsent)), undefined);
    },
    remove: (itemId, revisionId) => {
      memory.delete(keyOf(itemId, revisionId));
      for (const { key, ...each } of all()) {
        if (each.itemId === itemId && each.unsent.revisionId === revisionId)
          attempt(() => storage.removeItem(key), undefined);
      }
    },
    kept: () => Promise.resolve([...memory].every(([key, { revisionId }]) => has(itemOf(key), revisionId))),
    refresh: () => Promise.resolve(),
  };
}
