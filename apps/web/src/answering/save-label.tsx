import { Text } from '@mantine/core';
import { type Messages } from '../messages/en';
import { useMessages } from '../messages/messages';
import type { ResponseSaver, SaveStatus } from './response-saver';
import styles from './save-label.module.css';
import { useSaveStatus } from './savers-provider';

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
      return saving.waiting;
    case 'refused':
      return saving.refused[status.reason];
  }
}

/** When the answer was saved. Its space is reserved, so that a change causes no layout shift. */
export function SaveLabel({ saver }: { readonly saver: ResponseSaver }) {
  const messages = useMessages();
  const status = useSaveStatus(saver);
  return (
    <Text size="sm" c="dimmed" className={styles['label'] ?? ''} data-save={status.kind}>
      {words(messages, status)}
    </Text>
  );
}
