import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { type Chip, chipsOf, filterOf, type ListName, withList, withoutChip, withText } from './catalogue-filter';

/** The filter, held in the address alone: Back undoes a filter, and a link carries it. */
export function useCatalogueAddress() {
  const [search, setSearch] = useSearchParams();
  return useMemo(
    () => ({
      search,
      filter: filterOf(search),
      chips: chipsOf(search),
      setList: (name: ListName, values: readonly string[]) =>
        setSearch((now) => withList(now, name, values), { preventScrollReset: true }),
      // Typing replaces: Back should not undo letter by letter.
      setText: (text: string) => setSearch((now) => withText(now, text), { replace: true, preventScrollReset: true }),
      remove: (chip: Chip) => setSearch((now) => withoutChip(now, chip), { preventScrollReset: true }),
      removeAll: () => setSearch({}, { preventScrollReset: true }),
    }),
    [search, setSearch],
  );
}

export type CatalogueAddress = ReturnType<typeof useCatalogueAddress>;
