import type { UnsentDraft } from './draft-store';

/** A draft of one item, as it is stored. */
export type StoredDraft = { readonly itemId: string; readonly unsent: UnsentDraft };

/** What is stored outlives the page. Writes happen in the order of the calls; a promise resolves once it is on disk. */
export type Disk = {
  readonly all: () => Promise<readonly StoredDraft[]>;
  readonly put: (draft: StoredDraft) => Promise<void>;
  readonly remove: (revisionId: string) => Promise<void>;
};

const NAME = 'holdout';
const STORE = 'unsent';

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB refused the request'));
  });
}

/** `strict` makes the browser flush before it reports the transaction as complete. */
function change(database: IDBDatabase, act: (store: IDBObjectStore) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(STORE, 'readwrite', { durability: 'strict' });
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB aborted the transaction'));
    act(transaction.objectStore(STORE));
  });
}

/** The browser's IndexedDB. Rejects where it is blocked, as in some private windows. */
export async function openDisk(factory: IDBFactory): Promise<Disk> {
  const request = factory.open(NAME, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'unsent.revisionId' });
  const database = await answerOf(request);
  // A later version of the page needs another shape of the store.
  database.onversionchange = () => database.close();
  return {
    all: async () => {
      const stored: unknown = await answerOf(
        database.transaction(STORE).objectStore(STORE).getAll() as IDBRequest<unknown>,
      );
      return stored as StoredDraft[];
    },
    put: async (draft) => change(database, (store) => store.put(draft)),
    remove: async (revisionId) => change(database, (store) => store.delete(revisionId)),
  };
}
