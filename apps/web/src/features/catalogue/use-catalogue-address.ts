import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { type Chip, chipsOf, filterOf, type ListName, withList, withoutChip, withText } from './catalogue-filter';

/** The filter, stored only in the URL: Back undoes a filter, and a link contains it. */
export function useCatalogueAddress() {
  const [search, setSearch] = useSearchParams();
  return useMemo(
    () => ({
      search,
      filter: filterOf(search),
      chips: chipsOf(search),
      setList: (name: ListName, values: readonly string[]) =>
        setSearch((now) => withList(now, name, values), { preventScrollReset: true }),
      // Typing replaces the history entry: Back should not undo single letters.
      setText: (text: string) => setSearch((now) => withText(now, text), { replace: true, preventScrollReset: true }),
      remove: (chip: Chip) => setSearch((now) => withoutChip(now, chip), { preventScrollReset: true }),
      removeAll: () => setSearch({}, { preventScrollReset: true }),
    }),
    [search, setSearch],
  );
}

export type CatalogueAddress = ReturnType<typeof useCatalogueAddress>;
