import { useAnnounce } from '@holdout/ui';
import { useCallback, useEffect, useState } from 'react';
import { useSavers } from '../answering/savers-provider';

const ASK_AGAIN_MS = 3000;

type TimeUp = {
  readonly said: string;
  /** Once everything was sent; only asks the server if it is left out. */
  readonly end?: () => Promise<void>;
};

/**
 * When time is up, of all or of a section: says so, sends unsent answers, and polls the server until it has closed the attempt
 * or the section or given more time. The page is locked for no longer than that.
 */
export function useTimeUp(ask: () => Promise<void>, { said, end = ask }: TimeUp) {
  const savers = useSavers();
  const announce = useAnnounce();
  const [unsent, setUnsent] = useState<number | null>(null);
  const isUp = unsent !== null;
  const onUp = useCallback(
    (isUpNow: boolean) => {
      setUnsent(isUpNow ? savers.unsentCount() : null);
      if (!isUpNow) return;
      announce(said);
      // What could not be sent may still arrive within the grace: then only the server ends the attempt.
      void savers.settleAll().then(({ unreachable }) => (unreachable.length === 0 ? end() : ask()));
    },
    [savers, announce, said, ask, end],
  );
  // The server is outside React and may be unreachable at that time.
  useEffect(() => {
    if (!isUp) return undefined;
    const timer = setInterval(() => void ask(), ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [isUp, ask]);
  return { onUp, isUp, unsent: unsent ?? 0 };
}
