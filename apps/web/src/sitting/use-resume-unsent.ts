import { useEffect } from 'react';
import type { SavedResponse } from '../answering/draft';
import { useSavers } from '../answering/savers-provider';

type Item = { readonly id: string; readonly response: SavedResponse | null };

/** Sends drafts that an earlier page could not send, for every item and not only the visible one. */
export function useResumeUnsent(items: readonly Item[]): void {
  const savers = useSavers();
  // The server is outside React; each item is processed once.
  useEffect(() => {
    for (const item of items) savers.resume(item);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for each page
  }, [savers]);
}
