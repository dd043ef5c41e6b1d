import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useRef } from 'react';
import { useViewer, VIEWER } from '../platform/viewer';

/** To be called after the first piece of practice: it makes a guest of a visitor, and the top bar should say so. */
export function useVisitorActed(): () => void {
  const client = useApolloClient();
  const viewer = useViewer();
  const isVisitor = useRef(false);
  // Read when the act has come back, without acting again when it changes.
  useEffect(() => {
    isVisitor.current = viewer !== null && viewer.account === null && !viewer.isGuest;
  });
  return useCallback(() => {
    if (isVisitor.current) void client.refetchQueries({ include: [VIEWER] });
  }, [client]);
}
