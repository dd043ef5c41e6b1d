import { useEffect, useState } from 'react';
import type { SavedResponse } from './draft';
import { useSavers, useSaverView } from './savers-provider';
import { useNewerAnswer } from './use-newer-answer';

type Item = {
  readonly id: string;
  readonly response: SavedResponse | null;
  readonly content: { readonly __typename: string };
};

/**
 * The answer of one item while it is on the page. The saver owns it; the server's copy replaces it only where nothing
 * typed is lost, so that saving never overwrites what is being typed.
 */
export function useDraft(item: Item) {
  const savers = useSavers();
  const [saver] = useState(() => savers.of(item));
  const view = useSaverView(saver);
  // Saving is a side effect: leaving the item saves the last input.
  useEffect(() => {
    savers.resume(item);
    return () => saver.saveNow();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once per item: later answers come by `useNewerAnswer`
  }, [savers, saver]);
  // Another request may have brought a newer answer than the page's.
  useEffect(() => saver.notice(item.response), [saver, item.response]);
  useNewerAnswer(item, saver);
  return { ...view, saver, edit: (draft: NonNullable<typeof view.draft>) => saver.edit(draft) };
}

export type DraftState = ReturnType<typeof useDraft>;
