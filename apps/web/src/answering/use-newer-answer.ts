import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useRef } from 'react';
import type { ResponseSaver } from './response-saver';
import { useSavers, useSaverView } from './savers-provider';

/** An item that was read longer ago is read again when it opens, and at most this often when the window is focused. */
const FRESH_MS = 5000;

/** Loads the reading of an item before it is needed, while there is a network. */
export const fetchItemNow = () => import('./item-now');

type Item = { readonly id: string; readonly content: { readonly __typename: string } };

/** Puts a newer answer of another tab or device on the page, unless something here waits to be saved. */
export function useNewerAnswer({ id, content }: Item, saver: ResponseSaver): void {
  const client = useApolloClient();
  const savers = useSavers();
  const { other, status } = useSaverView(saver);
  const isScenario = content.__typename === 'ScenarioContent';
  const readAt = useRef(savers.since);
  const read = useCallback(async () => {
    readAt.current = performance.now();
    try {
      // Fetched when it is needed: opening a page does not.
      const { readItemNow } = await fetchItemNow();
      saver.notice(await readItemNow(client, { id, isScenario }));
    } catch {
      // Without a network it is read the next time.
    }
  }, [client, id, isScenario, saver]);
  // The server, and the window's focus, are outside React.
  useEffect(() => {
    const readIfOld = () => {
      if (document.visibilityState === 'visible' && performance.now() - readAt.current > FRESH_MS) void read();
    };
    readIfOld();
    window.addEventListener('focus', readIfOld);
    document.addEventListener('visibilitychange', readIfOld);
    return () => {
      window.removeEventListener('focus', readIfOld);
      document.removeEventListener('visibilitychange', readIfOld);
    };
  }, [read]);
  const isBehind = other !== null || (status.kind === 'refused' && ['closed', 'late', 'fixed'].includes(status.reason));
  // The other page may have done more than save: revealed a part, or had the answer checked.
  useEffect(() => {
    if (isBehind) void read();
  }, [isBehind, read]);
}
