import { gql, type TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useRef } from 'react';
import type { ItemNowQuery, ItemNowQueryVariables } from '../generated/operations';
import { KINDS_FEEDBACK } from './kinds/fragments';
import { SCENARIO_CONTENT } from './kinds/scenario/scenario-fragments';
import type { ResponseSaver } from './response-saver';
import { SAVED_ITEM } from './save-response';
import { useSavers, useSaverView } from './savers-provider';

/** What another tab or device may have changed in an item. */
export const ITEM_NOW: TypedDocumentNode<ItemNowQuery, ItemNowQueryVariables> = gql`
  query ItemNow($id: ID!) {
    attemptItem(id: $id) {
      ...SavedItem_item
      content {
        ... on ScenarioContent {
          ...Scenario_content
        }
      }
      codeDrafts {
        language
        source
      }
      feedback {
        ...Kinds_feedback
      }
    }
  }
  ${SAVED_ITEM}
  ${SCENARIO_CONTENT}
  ${KINDS_FEEDBACK}
`;

/** An item that was read longer ago is read again when it opens, and at most this often when the window is focused. */
const FRESH_MS = 5000;

/** Puts a newer answer of another tab or device on the page, unless something here waits to be saved. */
export function useNewerAnswer(itemId: string, saver: ResponseSaver): void {
  const client = useApolloClient();
  const savers = useSavers();
  const { other, status } = useSaverView(saver);
  const readAt = useRef(savers.since.getTime());
  const read = useCallback(async () => {
    readAt.current = Date.now();
    try {
      const { data } = await client.query({ query: ITEM_NOW, variables: { id: itemId }, fetchPolicy: 'network-only' });
      if (data) saver.notice(data.attemptItem.response);
    } catch {
      // Unreachable: a save will tell.
    }
  }, [client, itemId, saver]);
  // The server, and the window's focus, are outside React.
  useEffect(() => {
    const readIfOld = () => {
      if (document.visibilityState === 'visible' && Date.now() - readAt.current > FRESH_MS) void read();
    };
    readIfOld();
    window.addEventListener('focus', readIfOld);
    document.addEventListener('visibilitychange', readIfOld);
    return () => {
      window.removeEventListener('focus', readIfOld);
      document.removeEventListener('visibilitychange', readIfOld);
    };
  }, [read]);
  const isBehind = other !== null || (status.kind === 'refused' && ['closed', 'fixed'].includes(status.reason));
  // The other page may have done more than save: revealed a part, or had the answer checked.
  useEffect(() => {
    if (isBehind) void read();
  }, [isBehind, read]);
}
