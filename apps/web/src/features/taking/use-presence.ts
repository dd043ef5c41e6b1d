import { useApolloClient, useSubscription } from '@apollo/client/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useSavers } from '../../answering/savers-provider';
import { useWake } from '../../sitting/use-wake';
import type { ClockReading } from '../../sitting/time-left';
import { TAKE } from './attempt-query';
import { HEARTBEAT, NEWS } from './presence-query';
import { tabId } from './tab-id';

const EVERY_MS = 15_000;

/** The page that is live in place of this one. */
export type Elsewhere = { readonly since: string; readonly isInThisBrowser: boolean };

export type PagePresence = {
  /** The last reading of the server's clock; null until the first. */
  readonly reading: ClockReading | null;
  /** Null while this page is live, and until the server has said anything. */
  readonly elsewhere: Elsewhere | null;
  readonly ask: () => Promise<void>;
  /** Makes this page the live one. False if the server could not be reached. */
  readonly takeOver: () => Promise<boolean>;
};

/** Sends one heartbeat; null if the server could not be reached. */
function useBeat(attemptId: string, itemId: string | null) {
  const client = useApolloClient();
  const shown = useRef(itemId);
  // The timer outlives the item that it was started for.
  useEffect(() => {
    shown.current = itemId;
  }, [itemId]);
  return useCallback(
    async (takesOver: boolean) => {
      const clientId = await tabId();
      const askedAt = performance.now();
      try {
        const input = { attemptId, clientId, itemId: shown.current, takesOver };
        const { data } = await client.mutate({ mutation: HEARTBEAT, variables: { input } });
        return data ? { ...data.attemptHeartbeat, askedAt, heardAt: performance.now() } : null;
      } catch {
        return null;
      }
    },
    [client, attemptId],
  );
}

/** Keeps the server told that this page is open, and this page told of the clock and of which page is live. */
export function usePresence(attemptId: string, itemId: string | null): PagePresence {
  const client = useApolloClient();
  const savers = useSavers();
  const beat = useBeat(attemptId, itemId);
  const [reading, setReading] = useState<ClockReading | null>(null);
  const [elsewhere, setElsewhere] = useState<Elsewhere | null>(null);
  const lastAskedAt = useRef(0);
  const isLive = useRef(true);
  const send = useCallback(
    async (takesOver: boolean): Promise<boolean> => {
      const told = await beat(takesOver);
      if (told === null) return false;
      const { askedAt, heardAt, liveSince } = told;
      // A later request was answered first.
      if (askedAt < lastAskedAt.current) return true;
      lastAskedAt.current = askedAt;
      setReading({ serverTime: told.attempt.serverTime, askedAt, heardAt });
      if (!told.isLive && liveSince !== null) {
        if (isLive.current) savers.saveNow();
        isLive.current = false;
        setElsewhere({ since: liveSince, isInThisBrowser: told.isLiveInThisBrowser });
        return true;
      }
      // What the other page has saved comes before anything can be typed here.
      if (!isLive.current) {
        await client.query({ query: TAKE, variables: { id: attemptId }, fetchPolicy: 'network-only' });
      }
      isLive.current = true;
      setElsewhere(null);
      return true;
    },
    [beat, client, savers, attemptId],
  );
  const ask = useCallback(async () => {
    await send(false).catch(() => undefined);
  }, [send]);
  const takeOver = useCallback(() => send(true).catch(() => false), [send]);
  useWake(ask, EVERY_MS);
  useSubscription(NEWS, { variables: { attemptId }, onData: () => void ask(), ignoreResults: true });
  return { reading, elsewhere, ask, takeOver };
}
