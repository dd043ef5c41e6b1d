import { useSingleKeys } from '@holdout/ui';
import { useEffect, useMemo } from 'react';

type Keys = {
  readonly previous: string | null;
  readonly next: string;
  readonly go: (address: string) => void;
  readonly flag: () => void;
};

/** `Alt+PageUp` and `Alt+PageDown` go to the addresses before and after, `F` flags. */
export function useItemKeys({ previous, next, go, flag }: Keys): void {
  useSingleKeys(useMemo(() => ({ f: flag }), [flag]));
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
