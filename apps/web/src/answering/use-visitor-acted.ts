import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useRef } from 'react';
import { useViewer, VIEWER } from '../platform/viewer';

/** To be called after the first practice action, which turns a visitor into a guest: refreshes the top bar. */
export function useVisitorActed(): () => void {
  const client = useApolloClient();
  const viewer = useViewer();
  const isVisitor = useRef(false);
  // Keeps the latest viewer in a ref: read after the action completes, without re-creating the callback.
  useEffect(() => {
    isVisitor.current = viewer !== null && viewer.account === null && !viewer.isGuest;
  });
  return useCallback(() => {
    if (isVisitor.current) void client.refetchQueries({ include: [VIEWER] });
  }, [client]);
}
