/** What the pages of an attempt need of a browser. */
export type Missing = 'storage' | 'database' | 'sockets' | 'script';

type Browser = {
  readonly localStorage?: Pick<Storage, 'setItem' | 'getItem' | 'removeItem'>;
  readonly indexedDB?: unknown;
  readonly WebSocket?: unknown;
  readonly ResizeObserver?: unknown;
  readonly crypto?: { readonly randomUUID?: unknown };
};

const KEY = 'holdout.check-in';

/** A browser may refuse storage by its settings, by throwing or by forgetting. */
function keepsValues(browser: Browser): boolean {
  try {
    const { localStorage } = browser;
    localStorage?.setItem(KEY, 'kept');
    const isKept = localStorage?.getItem(KEY) === 'kept';
    localStorage?.removeItem(KEY);
    return isKept;
  } catch {
    return false;
  }
}

function has(read: () => unknown): boolean {
  try {
    return Boolean(read());
  } catch {
    return false;
  }
}

/** What this browser lacks; empty if it has all. Reading a forbidden property throws in some browsers. */
export function missingIn(browser: Browser): readonly Missing[] {
  const lacks: readonly (readonly [Missing, boolean])[] = [
    ['storage', !keepsValues(browser)],
    ['database', !has(() => browser.indexedDB)],
    ['sockets', !has(() => browser.WebSocket)],
    ['script', !has(() => browser.ResizeObserver) || !has(() => browser.crypto?.randomUUID)],
  ];
  return lacks.flatMap(([name, isMissing]) => (isMissing ? [name] : []));
}
