import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { DraftSaver, type DraftOnPage } from './draft-saver';
import type { ServerState } from './builder-query';
import { useSaveOnLeave } from '../../platform/use-save-on-leave';
import { keepDraft, leftDraft } from './kept-draft';
import { readDraft, sendDraft, serverDraft } from './send-draft';

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
  // What others have saved since is read when a person returns to the window, which is outside React.
  useEffect(() => {
    const look = () => void readDraft(client, assessmentId).then((server) => server && saver.notice(server));
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, [client, assessmentId, saver]);
  // What an earlier visit left unsaved is sent at once.
  useEffect(() => {
    saver.saveNow();
  }, [saver]);
  useSaveOnLeave(saver);
  const view: DraftOnPage = useSyncExternalStore(saver.subscribe, saver.read);
  return { saver, view };
}
