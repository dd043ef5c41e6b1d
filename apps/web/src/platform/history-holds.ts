type Hold = (event: PopStateEvent) => void;

const holds = new Set<Hold>();

/**
 * Lets pages hear of Back and Forward before the router does. Call it before the router is rendered: browsers call the listeners
 * of `popstate` in the order in which they were added, also those that capture.
 */
export function listenBeforeRouter(): void {
  window.addEventListener('popstate', (event) => holds.forEach((hold) => hold(event)));
}

/** Calls `hold` first at each change of the entry; returns a function that ends it. */
export function addHistoryHold(hold: Hold): () => void {
  holds.add(hold);
  return () => holds.delete(hold);
}
