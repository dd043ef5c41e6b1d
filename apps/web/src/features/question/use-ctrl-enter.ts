import { useEffect, useRef } from 'react';

/** `Ctrl+Enter` anywhere on the page, including in fields. */
export function useCtrlEnter(act: () => void, isOn: boolean): void {
  const latest = useRef(act);
  // Keyboard events are outside React; calls the latest `act` without re-subscribing.
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    if (!isOn) return undefined;
    const listen = (event: KeyboardEvent) => {
      const isPressed = event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.shiftKey;
      if (!isPressed || document.querySelector('[role=dialog][aria-modal=true]')) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [isOn]);
}
