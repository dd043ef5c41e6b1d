import { useEffect, useState } from 'react';
import type { Draft, SavedResponse } from './draft';
import type { UnsentDraft } from './draft-store';
import { useSavers } from './savers-provider';

type Item = { readonly id: string; readonly response: SavedResponse | null };

/**
 * The answer of one item while it is on the page. The draft is page state; the server's copy is read once, when the
 * item opens, so that saving never overwrites what is being typed.
 */
export function useDraft(item: Item) {
  const savers = useSavers();
  const [opened] = useState(() => savers.open(item));
  const [draft, setDraft] = useState<Draft | null>(opened.shown);
  const [setAside, setSetAside] = useState<UnsentDraft | null>(opened.setAside);
  const { saver } = opened;
  // Saving is a side effect: leaving the item saves the last input.
  useEffect(() => {
    savers.resume(item);
    return () => saver.saveNow();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once per item: a later answer of the server is not to be merged again
  }, [savers, saver]);
  const edit = (next: Draft) => {
    setDraft(next);
    setSetAside(null);
    saver.edit(next);
  };
  const drop = () => {
    if (setAside !== null) savers.forget(item.id, setAside);
    setSetAside(null);
  };
  return { draft, edit, saver, setAside, drop };
}
