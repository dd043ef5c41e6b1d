import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTakingMessages } from '../../../messages/taking-messages';
import type { Caller } from './caller';

const MessagesDrawer = lazy(async () => ({ default: (await import('./messages-drawer')).MessagesDrawer }));

/** Opens the call for help and the messages so far. */
export function CallButton(caller: Caller) {
  const words = useTakingMessages().attempt;
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button variant="default" size="compact-sm" aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
        {words.callForHelp}
      </Button>
      {isOpen ? (
        <Suspense fallback={null}>
          <MessagesDrawer {...caller} onClose={() => setIsOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
