import { Text } from '@mantine/core';
import { useState } from 'react';
import { useSavers, useSaverView } from '../../answering/savers-provider';
import { useTakingMessages } from '../../messages/taking-messages';
import styles from './taking.module.css';
import type { TakenItem } from './attempt-query';

/** In the bar: when the shown item's answer was saved. */
export function BarSave({ item }: { readonly item: TakenItem }) {
  const words = useTakingMessages().saved;
  const savers = useSavers();
  const [saver] = useState(() => savers.of(item));
  const { status } = useSaverView(saver);
  return (
    <Text size="sm" c="dimmed" className={styles['saved'] ?? ''} data-save={status.kind}>
      {status.kind === 'saved' ? words.saved(status.at) : words[status.kind]}
    </Text>
  );
}
