import { useAnnounce } from '@holdout/ui';
import { useCallback, useEffect, useState } from 'react';
import { useSavers } from '../answering/savers-provider';
import { useMessages } from '../messages/messages';

const ASK_AGAIN_MS = 3000;

/**
 * When time is up: sends unsent answers and polls the server until it has closed the attempt or given more time. The
 * page is locked for no longer than that.
 */
export function useTimeUp(ask: () => Promise<void>) {
  const savers = useSavers();
  const announce = useAnnounce();
  const words = useMessages().sitting;
  const [unsent, setUnsent] = useState<number | null>(null);
  const isUp = unsent !== null;
  const onUp = useCallback(
    (isUpNow: boolean) => {
      setUnsent(isUpNow ? savers.unsentCount() : null);
      if (!isUpNow) return;
      announce(words.timeUp);
      void savers.settleAll().then(ask);
    },
    [savers, announce, words, ask],
  );
  // The server is outside React and may be unreachable at that time.
  useEffect(() => {
    if (!isUp) return undefined;
    const timer = setInterval(() => void ask(), ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [isUp, ask]);
  return { onUp, isUp, unsent: unsent ?? 0 };
}
