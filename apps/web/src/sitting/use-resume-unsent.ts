import { useEffect } from 'react';
import type { SavedResponse } from '../answering/draft';
import { useSavers } from '../answering/savers-provider';

type Item = { readonly id: string; readonly response: SavedResponse | null };

/** Sends answers that an earlier page of this device could not send, of every item and not only of the one on screen. */
export function useResumeUnsent(items: readonly Item[]): void {
  const savers = useSavers();
  // The server is outside React; each item is looked at once.
  useEffect(() => {
    for (const item of items) savers.resume(item);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for each page
  }, [savers]);
}
