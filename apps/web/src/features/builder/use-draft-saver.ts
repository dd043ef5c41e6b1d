import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { DraftSaver, type DraftOnPage } from './draft-saver';
import type { ServerState } from './draft-view';
import { keepDraft, leftDraft } from './kept-draft';
import { sendDraft, serverDraft } from './send-draft';

function after(ms: number, act: () => void): () => void {
  const timer = setTimeout(act, ms);
  return () => clearTimeout(timer);
}

/** The draft of this page, saved as it changes. What an earlier visit left unsaved comes first. */
export function useDraftSaver(assessmentId: string, state: ServerState, isReadOnly: boolean) {
  const client = useApolloClient();
  const [saver] = useState(
    () =>
      new DraftSaver(
        serverDraft(state),
        {
          send: (unsaved) => sendDraft(client, assessmentId, unsaved),
          keep: (unsaved) => keepDraft(window.localStorage, assessmentId, unsaved),
          after,
        },
        isReadOnly ? null : leftDraft(window.localStorage, assessmentId),
      ),
  );
  // Saves when the page is hidden and when the network is back, both browser events, and on navigation within the site.
  useEffect(() => {
    const saveNow = () => saver.saveNow();
    saveNow();
    window.addEventListener('pagehide', saveNow);
    window.addEventListener('online', saveNow);
    document.addEventListener('visibilitychange', saveNow);
    return () => {
      window.removeEventListener('pagehide', saveNow);
      window.removeEventListener('online', saveNow);
      document.removeEventListener('visibilitychange', saveNow);
      saveNow();
    };
  }, [saver]);
  const view: DraftOnPage = useSyncExternalStore(saver.subscribe, saver.read);
  return { saver, view };
}
