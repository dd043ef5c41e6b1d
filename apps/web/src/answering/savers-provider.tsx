import { useApolloClient } from '@apollo/client/react';
import { createContext, type ReactNode, use, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useSaveOnLeave } from '../platform/use-save-on-leave';
import type { DraftStore } from './draft-store';
import { drafts, draftsNow } from './page-drafts';
import type { ResponseSaver } from './response-saver';
import type { SaveQueue } from './save-queue';
import { sendDraft } from './save-response';
import { Savers } from './savers';

const SaversContext = createContext<Savers | null>(null);

function after(ms: number, act: () => void): () => void {
  const timer = setTimeout(act, ms);
  return () => clearTimeout(timer);
}

type Props = { readonly children: ReactNode };

function WithStore({ store, children }: Props & { readonly store: DraftStore }) {
  const client = useApolloClient();
  const [savers] = useState(
    () =>
      new Savers({
        store,
        send: (itemId, unsent) => sendDraft(client, itemId, unsent),
        newId: () => crypto.randomUUID(),
        // eslint-disable-next-line no-restricted-syntax -- when a draft was written, for people to read
        now: () => new Date(),
        after,
      }),
  );
  useSaveOnLeave(savers);
  return <SaversContext value={savers}>{children}</SaversContext>;
}

/** Provides the savers that save every answer given in `children`, which wait until this device's drafts are read. */
export function SaversProvider({ children }: Props) {
  const [store, setStore] = useState(draftsNow);
  // The browser's database is outside React.
  useEffect(() => {
    let isHere = true;
    if (store === null) void drafts().then((opened) => isHere && setStore(opened));
    return () => {
      isHere = false;
    };
  }, [store]);
  return store === null ? null : <WithStore store={store}>{children}</WithStore>;
}

export function useSavers(): Savers {
  const savers = use(SaversContext);
  if (!savers) throw new Error('SaversProvider is missing above this component');
  return savers;
}

/** The answer of one item on the page, and what has become of it. */
export function useSaverView(saver: ResponseSaver): SaveQueue {
  return useSyncExternalStore(saver.subscribe, () => saver.view);
}

/** The items whose answer on the page is not on the server yet, each with whether that answer is more than empty. */
export function useUnsent(): ReadonlyMap<string, boolean> {
  const savers = useSavers();
  const now = useSyncExternalStore(savers.subscribe, () => savers.unsentNow());
  return useMemo(() => {
    const each = now === '' ? [] : now.split(' ');
    return new Map(each.map((one) => [one.slice(1), one.startsWith('+')]));
  }, [now]);
}
