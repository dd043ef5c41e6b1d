import { Text } from '@mantine/core';
import { createContext, use } from 'react';
import { type Messages } from '../messages/en';
import { useMessages } from '../messages/messages';
import type { ResponseSaver } from './response-saver';
import type { SaveStatus } from './save-queue';
import styles from './save-label.module.css';
import { useSaverView } from './savers-provider';

function words(messages: Messages, status: SaveStatus): string {
  const saving = messages.question.saving;
  switch (status.kind) {
    case 'untouched':
      return '';
    case 'saving':
      return saving.saving;
    case 'saved':
      return saving.saved(status.at);
    case 'waiting':
      return status.isKept ? saving.waiting : saving.waitingOnPage;
    case 'conflict':
      return saving.conflict;
    case 'refused':
      return saving.refused[status.reason];
  }
}

/** Whether a bar above the page shows the state of saving. The label at the answer then tells what is wrong alone. */
export const SavedInBar = createContext(false);

/** When the answer was saved. Its space is reserved, so that a change causes no layout shift. */
export function SaveLabel({ saver }: { readonly saver: ResponseSaver }) {
  const messages = useMessages();
  const isInBar = use(SavedInBar);
  const { status } = useSaverView(saver);
  if (isInBar && ['untouched', 'saving', 'saved'].includes(status.kind)) return null;
  return (
    <Text size="sm" c="dimmed" className={styles['label'] ?? ''} data-save={status.kind}>
      {words(messages, status)}
    </Text>
  );
}
