import { useApolloClient } from '@apollo/client/react';
import { createContext, type ReactNode, use, useState, useSyncExternalStore } from 'react';
import { useSaveOnLeave } from '../platform/use-save-on-leave';
import { browserStore } from './draft-store';
import type { ResponseSaver } from './response-saver';
import type { SaveQueue } from './save-queue';
import { sendDraft } from './save-response';
import { Savers } from './savers';

const SaversContext = createContext<Savers | null>(null);

function after(ms: number, act: () => void): () => void {
  const timer = setTimeout(act, ms);
  return () => clearTimeout(timer);
}

/** Provides the savers that save every answer given in `children`. */
export function SaversProvider({ children }: { readonly children: ReactNode }) {
  const client = useApolloClient();
  const [savers] = useState(
    () =>
      new Savers({
        store: browserStore(window.localStorage),
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

export function useSavers(): Savers {
  const savers = use(SaversContext);
  if (!savers) throw new Error('SaversProvider is missing above this component');
  return savers;
}

/** The answer of one item on the page, and what has become of it. */
export function useSaverView(saver: ResponseSaver): SaveQueue {
  return useSyncExternalStore(saver.subscribe, () => saver.view);
}
