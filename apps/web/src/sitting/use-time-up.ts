import { useAnnounce } from '@holdout/ui';
import { useCallback, useEffect, useState } from 'react';
import { useSavers } from '../answering/savers-provider';

const ASK_AGAIN_MS = 3000;

/**
 * When time is up, of all or of a section: says so, sends unsent answers, and polls the server until it has closed the attempt
 * or the section or given more time. The page is locked for no longer than that.
 */
export function useTimeUp(ask: () => Promise<void>, said: string) {
  const savers = useSavers();
  const announce = useAnnounce();
  const [unsent, setUnsent] = useState<number | null>(null);
  const isUp = unsent !== null;
  const onUp = useCallback(
    (isUpNow: boolean) => {
      setUnsent(isUpNow ? savers.unsentCount() : null);
      if (!isUpNow) return;
      announce(said);
      void savers.settleAll().then(ask);
    },
    [savers, announce, said, ask],
  );
  // The server is outside React and may be unreachable at that time.
  useEffect(() => {
    if (!isUp) return undefined;
    const timer = setInterval(() => void ask(), ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [isUp, ask]);
  return { onUp, isUp, unsent: unsent ?? 0 };
}
