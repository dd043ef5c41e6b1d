import { useApolloClient } from '@apollo/client/react';
import { useAnnounce } from '@holdout/ui';
import { useEffect, useRef } from 'react';
import { useMessages } from '../messages/messages';
import { type SittingItem, stateWords } from './item-state';
import { PRESENT_ITEM } from './sitting-query';

/** Notifies the server that an item was shown. If it is unreachable, the item counts as seen from its first answer. */
export function usePresentItem(id: string): void {
  const client = useApolloClient();
  // The server is outside React.
  useEffect(() => {
    client.mutate({ mutation: PRESENT_ITEM, variables: { input: { itemId: id } } }).catch(() => undefined);
  }, [client, id]);
}

/** When an item is shown, announces its position, which the heading lacks, and notifies the server. */
export function useShownItem(item: SittingItem, count: number): void {
  const words = useMessages().sitting;
  const announce = useAnnounce();
  const place = words.itemLabel(item.position, count, stateWords(words.states, item));
  const first = useRef(place);
  // The live region is outside React. Later changes of the item are announced where they happen.
  useEffect(() => announce(first.current), [announce]);
  usePresentItem(item.id);
}
