import { useEffect, useRef } from 'react';

export type CodeKeys = {
  readonly run: () => void;
  readonly submit: () => void;
  /** Puts the focus into the next part of the page, or with -1 into the one before. */
  readonly step: (by: 1 | -1) => void;
};

function actOf(event: KeyboardEvent, keys: CodeKeys): (() => void) | null {
  if (event.key === 'F6') return () => keys.step(event.shiftKey ? -1 : 1);
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return null;
  return event.shiftKey ? keys.submit : keys.run;
}

/** `Ctrl+Enter`, `Ctrl+Shift+Enter` and `F6` anywhere on the page, before the editor takes them for itself. */
export function useCodeKeys(keys: CodeKeys): void {
  const latest = useRef(keys);
  // The browser's keyboard is outside React; the newest acts are called without listening anew.
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const act = actOf(event, latest.current);
      if (!act || document.querySelector('[role=dialog][aria-modal=true]')) return;
      event.preventDefault();
      event.stopPropagation();
      act();
    };
    document.addEventListener('keydown', listen, true);
    return () => document.removeEventListener('keydown', listen, true);
  }, []);
}
