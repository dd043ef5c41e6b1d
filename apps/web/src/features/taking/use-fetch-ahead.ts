import { fetchEditor } from '@holdout/code-editor';
import { fetchFormulas } from '@holdout/ui';
import { useEffect } from 'react';
import { fetchField } from '../../answering/kinds/kind-field';
import { fetchVersionViews } from '../../answering/versions/version-strip';
import { isProgram } from '../../platform/kinds';
import { fetchCodeView } from '../../sitting/item-view';
import type { TakenItem } from './attempt-query';

/** What the pages of these items load on demand. */
async function fetchAll(items: readonly TakenItem[]): Promise<void> {
  const kinds = new Set(items.map(({ content }) => content.__typename));
  const fields = [...kinds].map((kind) => fetchField(kind));
  const editor = items.some((item) => isProgram(item)) ? [fetchCodeView(), fetchEditor()] : [];
  const others = [fetchFormulas(), fetchVersionViews(), import('./items-sheet'), import('./messages/messages-drawer')];
  await Promise.all([...fields, ...editor, ...others, import('./calculator/calculator')]);
}

/** Fetches every item's page as soon as the attempt is open: without a network, one that is not here cannot be shown. */
export function useFetchAhead(items: readonly TakenItem[]): void {
  const kinds = [...new Set(items.map(({ content }) => content.__typename))].sort().join(' ');
  // The network is outside React. What does not arrive now is asked for again when it is shown.
  useEffect(() => {
    void fetchAll(items).catch(() => undefined);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- again only when a section brings other kinds
  }, [kinds]);
}
