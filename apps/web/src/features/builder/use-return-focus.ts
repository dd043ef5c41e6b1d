import { useEffect } from 'react';

/** Gives the focus back to the control that opened a dialog, once the dialog is gone. */
export function useReturnFocus(): void {
  // Focus is outside React. The dialog takes it after its first effects.
  useEffect(() => {
    const origin = document.activeElement;
    return () => {
      if (origin instanceof HTMLElement && origin.isConnected) origin.focus({ preventScroll: true });
    };
  }, []);
}
