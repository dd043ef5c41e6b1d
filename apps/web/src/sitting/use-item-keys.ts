import { useSingleKeys } from '@holdout/ui';
import { useEffect, useMemo } from 'react';
import { useNavigate } from 'react-router';

type Keys = { readonly previous: string | null; readonly next: string; readonly flag: () => void };

/** `Alt+PageUp` and `Alt+PageDown` go to the addresses before and after, `F` flags. */
export function useItemKeys({ previous, next, flag }: Keys): void {
  const navigate = useNavigate();
  useSingleKeys(useMemo(() => ({ f: flag }), [flag]));
  // Keyboard events are outside React.
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!event.altKey || (event.key !== 'PageUp' && event.key !== 'PageDown')) return;
      event.preventDefault();
      const address = event.key === 'PageDown' ? next : previous;
      if (address !== null) void navigate(address);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [navigate, previous, next]);
}
