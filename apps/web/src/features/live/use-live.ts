import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { LiveFilter } from '../../generated/operations';
import type { ClockReading } from '../../sitting/time-left';
import { useWake } from '../../sitting/use-wake';
import { type Live, LIVE } from './live-query';

const EVERY_MS = 5000;
const TICK_MS = 1000;

type Answer = { readonly live: Live; readonly reading: ClockReading };

export type LiveList = {
  /** The last answer, with the server's clock; null until the first. */
  readonly answer: Answer | null;
  /** Whether the last request failed: what is shown is older. */
  readonly isStale: boolean;
  readonly ask: () => Promise<void>;
};

/** One page of the list, asked for every five seconds while the page is in front. */
export function useLive(assessmentId: string, show: LiveFilter, after: string | null): LiveList {
  const client = useApolloClient();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [isStale, setIsStale] = useState(false);
  const lastAskedAt = useRef(0);
  const ask = useCallback(async () => {
    const askedAt = performance.now();
    lastAskedAt.current = askedAt;
    try {
      const variables = { assessmentId, show, after };
      const { data } = await client.query({
        query: LIVE,
        variables,
        fetchPolicy: 'network-only',
        context: { queryDeduplication: false },
      });
      // A later request was sent, perhaps for another page.
      if (!data || lastAskedAt.current !== askedAt) return;
      const { serverTime } = data.liveAttempts;
      setAnswer({ live: data.liveAttempts, reading: { serverTime, askedAt, heardAt: performance.now() } });
      setIsStale(false);
    } catch {
      if (lastAskedAt.current === askedAt) setIsStale(true);
    }
  }, [client, assessmentId, show, after]);
  const askInFront = useCallback(async () => {
    if (!document.hidden) await ask();
  }, [ask]);
  useWake(askInFront, EVERY_MS);
  return { answer, isStale, ask };
}

/** The monotonic time, once a second. */
export function useSeconds(): number {
  const [now, setNow] = useState(() => performance.now());
  // The timer is outside React.
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
