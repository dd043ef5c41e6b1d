import { browserStore, type DraftStore, type OldDrafts } from './draft-store';

/** Firefox reports a blocked database at once, some browsers never. */
const WAIT_MS = 2000;

/** Until the database is open, one page at most waits for it: it is opened once for each load of the app. */
let opened: DraftStore | null = null;
let opening: Promise<DraftStore> | null = null;

/** Fetched beside the page, whose weight is bounded; where that fails, `localStorage` is used. */
async function openOnDisk(old: OldDrafts) {
  const [{ DiskDrafts }, { openDisk }] = await Promise.all([import('./disk-drafts'), import('./draft-disk')]);
  return DiskDrafts.open(await openDisk(window.indexedDB), old);
}

async function openDrafts(old: OldDrafts): Promise<DraftStore> {
  try {
    const tooLate = new Promise<never>((_, reject) => setTimeout(() => reject(new Error('too late')), WAIT_MS));
    const drafts = await Promise.race([openOnDisk(old), tooLate]);
    // In the capturing phase, before those who save because the page is left.
    window.addEventListener('pagehide', () => drafts.leave(), { capture: true });
    window.addEventListener('pageshow', () => drafts.stay(), { capture: true });
    return drafts;
  } catch {
    return old;
  }
}

/** The drafts of this browser, if they can be read at once; null while the database is being opened. */
export function draftsNow(): DraftStore | null {
  const hasDatabase = (window as { readonly indexedDB?: IDBFactory }).indexedDB !== undefined;
  return opened ?? (hasDatabase ? null : browserStore(window.localStorage));
}

/** The drafts of this browser: in IndexedDB, or in `localStorage` where that is blocked. */
export function drafts(): Promise<DraftStore> {
  opening ??= openDrafts(browserStore(window.localStorage)).then((store) => (opened = store));
  return opening;
}
