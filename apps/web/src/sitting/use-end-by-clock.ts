import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';
import { SUBMIT_ATTEMPT } from './sitting-query';

/** Ends the attempt once its time is up and everything was sent. The server decides whether it is up: it may have given more. */
export function useEndByClock(attemptId: string, ask: () => Promise<void>): () => Promise<void> {
  const client = useApolloClient();
  return useCallback(async () => {
    const input = { attemptId, isTimeUp: true };
    await client.mutate({ mutation: SUBMIT_ATTEMPT, variables: { input } }).catch(() => undefined);
    await ask();
  }, [client, attemptId, ask]);
}
