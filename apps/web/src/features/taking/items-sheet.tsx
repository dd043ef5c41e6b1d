import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/messages';

type Props = { readonly title: string; readonly onClose: () => void; readonly children: ReactNode };

/** The items in a sheet from below, on a narrow screen. Choosing one closes it. */
export function ItemsSheet({ title, onClose, children }: Props) {
  const words = useMessages().ui;
  return (
    <Drawer opened onClose={onClose} position="bottom" title={title} closeButtonProps={{ 'aria-label': words.close }}>
      <div onClickCapture={onClose}>{children}</div>
    </Drawer>
  );
}
