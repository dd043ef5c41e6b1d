const KEY = 'holdout.tab';
/** After a reload the former page lets go of its lock, which may take a moment. */
const WAIT_MS = 300;

let ofThisPage: Promise<string> | null = null;

/** A UUID that stays the same for as long as the tab is open, also after a reload. */
export function tabId(): Promise<string> {
  ofThisPage ??= findId();
  return ofThisPage;
}

async function findId(): Promise<string> {
  const known = storedId();
  if (known !== null && (await holds(known))) return known;
  const id = crypto.randomUUID();
  store(id);
  await holds(id);
  return id;
}

/**
 * Whether no other tab has the id: a duplicated tab starts with a copy of the storage. The lock is held until the page is
 * gone. Browsers without locks, and pages without HTTPS, trust the storage.
 */
function holds(id: string): Promise<boolean> {
  const locks = (navigator as { readonly locks?: LockManager }).locks;
  if (locks === undefined) return Promise.resolve(true);
  return new Promise((resolve) => {
    const held = () => {
      resolve(true);
      return new Promise<never>(() => undefined);
    };
    locks.request(`${KEY}.${id}`, { signal: AbortSignal.timeout(WAIT_MS) }, held).catch(() => resolve(false));
  });
}

function storedId(): string | null {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function store(id: string): void {
  try {
    sessionStorage.setItem(KEY, id);
  } catch {
    // Storage is blocked: the id lasts as long as the page.
  }
}
