import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useState } from 'react';
import { SITTING_CLOCK } from './sitting-query';
import { offsetOf } from './time-left';

const EVERY_MS = 60_000;

/** How far the server's clock is ahead; null while unknown. Measured every minute and when the page becomes visible. */
export function useServerOffset(attemptId: string) {
  const client = useApolloClient();
  const [offsetMs, setOffsetMs] = useState<number | null>(null);
  const ask = useCallback(async (): Promise<void> => {
    const askedAt = Date.now();
    try {
      const { data } = await client.query({
        query: SITTING_CLOCK,
        variables: { id: attemptId },
        fetchPolicy: 'network-only',
      });
      if (data) setOffsetMs(offsetOf(data.attempt.serverTime, askedAt, Date.now()));
    } catch {
      // Unreachable: keep the last known offset.
    }
  }, [client, attemptId]);
  // The server's clock and the browser's visibility are outside React.
  useEffect(() => {
    const askAgain = () => void ask();
    askAgain();
    const timer = setInterval(askAgain, EVERY_MS);
    document.addEventListener('visibilitychange', askAgain);
    window.addEventListener('online', askAgain);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', askAgain);
      window.removeEventListener('online', askAgain);
    };
  }, [ask]);
  return { offsetMs, ask };
}
