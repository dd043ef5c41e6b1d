import { Button } from '@mantine/core';
import { createContext, lazy, type ReactNode, Suspense, use, useState } from 'react';
import { useTakingMessages } from '../../../messages/taking-messages';
import type { Caller } from './caller';

const MessagesDrawer = lazy(async () => ({ default: (await import('./messages-drawer')).MessagesDrawer }));

const OpenCall = createContext<() => void>(() => undefined);

/**
 * Holds the call for help that is open, with what is typed in it. The button's place depends on the width of the window, which
 * changes when a phone is turned or a page is zoomed.
 */
export function CallScope({ children, ...caller }: Caller & { readonly children: ReactNode }) {
  const [isOpen, setIsOpen] = useState(false);
  const [open] = useState(() => () => setIsOpen(true));
  return (
    <OpenCall value={open}>
      {children}
      {isOpen ? (
        <Suspense fallback={null}>
          <MessagesDrawer {...caller} onClose={() => setIsOpen(false)} />
        </Suspense>
      ) : null}
    </OpenCall>
  );
}

/** Opens the call for help and the messages so far. */
export function CallButton() {
  const words = useTakingMessages().attempt;
  return (
    <Button variant="default" size="compact-sm" aria-haspopup="dialog" onClick={use(OpenCall)}>
      {words.callForHelp}
    </Button>
  );
}
