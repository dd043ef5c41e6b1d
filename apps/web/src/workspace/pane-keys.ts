import { useEffect, useRef } from 'react';

export type CodeKeys = {
  readonly run: () => void;
  readonly submit: () => void;
  /** Focuses the next pane; -1 focuses the previous one. */
  readonly step: (by: 1 | -1) => void;
};

function actOf(event: KeyboardEvent, keys: CodeKeys): (() => void) | null {
  if (event.key === 'F6') return () => keys.step(event.shiftKey ? -1 : 1);
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return null;
  return event.shiftKey ? keys.submit : keys.run;
}

/** `Ctrl+Enter`, `Ctrl+Shift+Enter` and `F6` anywhere on the page, captured before the editor handles them. */
export function useCodeKeys(keys: CodeKeys): void {
  const latest = useRef(keys);
  // Keyboard events are outside React; calls the latest handlers without re-subscribing.
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
