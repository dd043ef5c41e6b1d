import { useApolloClient, useSubscription } from '@apollo/client/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useSavers } from '../../answering/savers-provider';
import { errorCodeOf } from '../../platform/error-code';
import { useWake } from '../../sitting/use-wake';
import type { ClockReading } from '../../sitting/time-left';
import { TAKE } from './attempt-query';
import { HEARTBEAT, NEWS } from './presence-query';
import { isPreviewWindow } from './preview-window';
import { tabId } from './tab-id';

const EVERY_MS = 15_000;

/** The page that is live in place of this one. */
export type Elsewhere = { readonly since: string; readonly isInThisBrowser: boolean };

export type PagePresence = {
  /** The last reading of the server's clock; null until the first. */
  readonly reading: ClockReading | null;
  /** Null while this page is live, and until the server has said anything. */
  readonly elsewhere: Elsewhere | null;
  /** Whether the last heartbeat did not reach the server. */
  readonly isOffline: boolean;
  readonly ask: () => Promise<void>;
  /** Makes this page the live one. False if the server could not be reached. */
  readonly takeOver: () => Promise<boolean>;
};

/** Whether the request reached no server. */
const isUnreachable = (error: unknown): boolean => ['OFFLINE', 'UNREACHABLE'].includes(errorCodeOf(error));

/** Sends one heartbeat; what the server says, or why it says nothing. */
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
        return data ? { ...data.attemptHeartbeat, askedAt, heardAt: performance.now() } : 'refused';
      } catch (error) {
        return isUnreachable(error) ? 'unreachable' : 'refused';
      }
    },
    [client, attemptId],
  );
}

type Told = Exclude<Awaited<ReturnType<ReturnType<typeof useBeat>>>, string>;

/** What the latest heartbeat said of the clock and of the live page. */
function useTold(attemptId: string) {
  const client = useApolloClient();
  const savers = useSavers();
  const [reading, setReading] = useState<ClockReading | null>(null);
  const [elsewhere, setElsewhere] = useState<Elsewhere | null>(null);
  const lastAskedAt = useRef(0);
  const isLive = useRef(true);
  const hear = useCallback(
    async ({ askedAt, heardAt, attempt, liveSince, ...told }: Told): Promise<void> => {
      // A later request was answered first.
      if (askedAt < lastAskedAt.current) return;
      lastAskedAt.current = askedAt;
      setReading({ serverTime: attempt.serverTime, askedAt, heardAt });
      // What waits is sent now, and not at the end of its back-off; a page that loses its place sends what was typed.
      if (savers.unsentCount() > 0) savers.saveNow();
      if (!told.isLive && liveSince !== null) {
        isLive.current = false;
        setElsewhere({ since: liveSince, isInThisBrowser: told.isLiveInThisBrowser });
        return;
      }
      if (!isLive.current) {
        // What the other page has saved comes before anything can be typed here.
        await client.query({ query: TAKE, variables: { id: attemptId }, fetchPolicy: 'network-only' });
        await savers.adopt();
      }
      isLive.current = true;
      setElsewhere(null);
    },
    [client, savers, attemptId],
  );
  return { reading, elsewhere, hear };
}

/** Keeps the server told that this page is open, and this page told of the clock and of which page is live. */
export function usePresence(attemptId: string, itemId: string | null): PagePresence {
  const beat = useBeat(attemptId, itemId);
  const { reading, elsewhere, hear } = useTold(attemptId);
  const [isOffline, setIsOffline] = useState(false);
  const send = useCallback(
    async (takesOver: boolean): Promise<boolean> => {
      const told = await beat(takesOver);
      setIsOffline(told === 'unreachable');
      if (told === 'unreachable' || told === 'refused') return false;
      // The page stays as it is if reading the answers of the other page fails.
      return hear(told).then(
        () => true,
        () => false,
      );
    },
    [beat, hear],
  );
  const takesOverAtFirst = useRef(isPreviewWindow());
  const ask = useCallback(async () => {
    const takesOver = takesOverAtFirst.current;
    takesOverAtFirst.current = false;
    await send(takesOver);
  }, [send]);
  const takeOver = useCallback(() => send(true), [send]);
  useWake(ask, EVERY_MS);
  useSubscription(NEWS, { variables: { attemptId }, onData: () => void ask(), ignoreResults: true });
  // The browser's events are outside React. Being online again is a reason to ask, as `useWake` does.
  useEffect(() => {
    const offline = () => setIsOffline(true);
    window.addEventListener('offline', offline);
    return () => window.removeEventListener('offline', offline);
  }, []);
  return { reading, elsewhere, isOffline, ask, takeOver };
}
