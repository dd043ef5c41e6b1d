import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';

const STORED_AS = 'holdout.single-keys';

type SingleKeys = { readonly isOn: boolean; readonly turn: (isOn: boolean) => void };

const KeysContext = createContext<SingleKeys>({ isOn: true, turn: () => undefined });

function storedChoice(): boolean {
  try {
    return localStorage.getItem(STORED_AS) !== 'off';
  } catch {
    return true;
  }
}

function storeChoice(isOn: boolean): void {
  try {
    localStorage.setItem(STORED_AS, isOn ? 'on' : 'off');
  } catch {
    // localStorage may be blocked; then the choice lasts as long as the page.
  }
}

/** Holds whether single-key shortcuts are on; users of speech or switch input can turn them off. */
export function KeysProvider({ children }: { readonly children: ReactNode }) {
  const [isOn, setIsOn] = useState(storedChoice);
  const value = useMemo(() => {
    const turn = (next: boolean) => {
      storeChoice(next);
      setIsOn(next);
    };
    return { isOn, turn };
  }, [isOn]);
  return <KeysContext value={value}>{children}</KeysContext>;
}

/** Whether single-key shortcuts are on, and a function to turn them on or off. */
export function useSingleKeysChoice(): SingleKeys {
  return use(KeysContext);
}

const TYPED_IN = 'input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable=true]';

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(TYPED_IN) !== null;
}

const isModified = (event: KeyboardEvent) => event.ctrlKey || event.metaKey || event.altKey;

/** Single-key shortcuts for the whole page. Inactive while typing, under a dialog, and when turned off. */
export function useSingleKeys(actions: Readonly<Record<string, () => void>>): void {
  const { isOn } = use(KeysContext);
  // Keyboard events are outside React.
  useEffect(() => {
    if (!isOn) return undefined;
    const listen = (event: KeyboardEvent) => {
      const act = actions[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (!act || event.defaultPrevented || isModified(event) || isTyping(event.target)) return;
      if (document.querySelector('[role=dialog][aria-modal=true]')) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [actions, isOn]);
}
