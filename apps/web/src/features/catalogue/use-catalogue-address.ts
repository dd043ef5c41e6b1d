import { useEffect, useMemo, useRef } from 'react';
import { type NavigateOptions, useSearchParams } from 'react-router';
import { type Chip, chipsOf, filterOf, type ListName, withList, withoutChip, withText } from './catalogue-filter';

/** The filter, held in the address alone: Back undoes a filter, and a link carries it. */
export function useCatalogueAddress() {
  const [search, setSearch] = useSearchParams();
  // What was asked for last: it is shown only when its questions are there, and the next change builds on it.
  const asked = useRef(search);
  useEffect(() => {
    asked.current = search;
  }, [search]);
  return useMemo(() => {
    const change = (next: URLSearchParams, options: NavigateOptions = {}) => {
      asked.current = next;
      setSearch(next, { preventScrollReset: true, ...options });
    };
    return {
      search,
      filter: filterOf(search),
      chips: chipsOf(search),
      setList: (name: ListName, values: readonly string[]) => change(withList(asked.current, name, values)),
      // Typing replaces: Back should not undo letter by letter.
      setText: (text: string) => change(withText(asked.current, text), { replace: true }),
      remove: (chip: Chip) => change(withoutChip(asked.current, chip)),
      removeAll: () => change(new URLSearchParams()),
    };
  }, [search, setSearch]);
}

export type CatalogueAddress = ReturnType<typeof useCatalogueAddress>;
