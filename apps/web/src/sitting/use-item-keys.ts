import { useSingleKeys } from '@holdout/ui';
import { useEffect, useMemo } from 'react';

type PageKeys = {
  readonly previous: string | null;
  readonly next: string;
  readonly go: (address: string) => void;
};

type Keys = PageKeys & { readonly flag: () => void };

/** `Alt+PageUp` and `Alt+PageDown` go to the addresses before and after, `F` flags. */
export function useItemKeys({ flag, ...keys }: Keys): void {
  useSingleKeys(useMemo(() => ({ f: flag }), [flag]));
  usePageKeys(keys);
}

/** The same without `F`, for a page of several items. */
export function usePageKeys({ previous, next, go }: PageKeys): void {
  // Keyboard events are outside React.
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!event.altKey || (event.key !== 'PageUp' && event.key !== 'PageDown')) return;
      event.preventDefault();
      const address = event.key === 'PageDown' ? next : previous;
      if (address !== null) go(address);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [go, previous, next]);
}
