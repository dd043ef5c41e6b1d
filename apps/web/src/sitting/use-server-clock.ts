import { useApolloClient } from '@apollo/client/react';
import { useCallback, useState } from 'react';
import { SITTING_CLOCK } from './sitting-query';
import type { ClockReading } from './time-left';
import { useWake } from './use-wake';

/**
 * The last reading of the server's clock; null until the first. Reads it every minute and whenever the device may have
 * slept.
 */
export function useServerClock(attemptId: string) {
  const client = useApolloClient();
  const [reading, setReading] = useState<ClockReading | null>(null);
  const ask = useCallback(async (): Promise<void> => {
    const askedAt = performance.now();
    try {
      const { data } = await client.query({
        query: SITTING_CLOCK,
        variables: { id: attemptId },
        fetchPolicy: 'network-only',
        // A request from before the device slept would answer with the time from before.
        context: { queryDeduplication: false },
      });
      if (!data) return;
      const heard = { serverTime: data.attempt.serverTime, askedAt, heardAt: performance.now() };
      setReading((last) => (last !== null && last.askedAt > askedAt ? last : heard));
    } catch {
      // Unreachable: keep the last reading.
    }
  }, [client, attemptId]);
  useWake(ask);
  return { reading, ask };
}
