import { fetchEditor } from '@holdout/code-editor';
import { fetchFormulas } from '@holdout/ui';
import { useEffect } from 'react';
import { fetchField } from '../../answering/kinds/kind-field';
import { fetchItemNow } from '../../answering/use-newer-answer';
import { fetchVersionViews } from '../../answering/versions/version-strip';
import type { Runtime } from '../../generated/operations';
import { EDITOR_LANGUAGES } from '../../platform/editor-languages';
import { fetchCodeView } from '../../sitting/item-view';
import type { TakenItem } from './attempt-query';

const runtimesOf = ({ content }: TakenItem): readonly Runtime[] =>
  content.__typename === 'CodeContent' ? content.languages.map(({ runtime }) => runtime) : [];

/** What the pages of these items load on demand. */
async function fetchAll(items: readonly TakenItem[]): Promise<void> {
  const kinds = new Set(items.map(({ content }) => content.__typename));
  const languages = new Set(items.flatMap(runtimesOf).map((runtime) => EDITOR_LANGUAGES[runtime]));
  await Promise.all([
    ...[...kinds].map((kind) => fetchField(kind)),
    ...(languages.size > 0 ? [fetchCodeView(), fetchEditor([...languages])] : []),
    fetchFormulas(),
    fetchItemNow(),
    fetchVersionViews(),
    import('./items-sheet'),
    import('./messages/messages-drawer'),
    import('./calculator/calculator'),
  ]);
}

/** Fetches every item's page as soon as the attempt is open: without a network, one that is not here cannot be shown. */
export function useFetchAhead(items: readonly TakenItem[]): void {
  const needs = items.flatMap((item) => [item.content.__typename, ...runtimesOf(item)]);
  const key = [...new Set(needs)].sort().join(' ');
  // The network is outside React. What does not arrive now is asked for again when it is shown.
  useEffect(() => {
    void fetchAll(items).catch(() => undefined);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- again only when a section brings other kinds
  }, [key]);
}
