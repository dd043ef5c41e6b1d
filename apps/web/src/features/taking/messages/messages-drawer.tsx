import { useQuery } from '@apollo/client/react';
import { Drawer, Stack, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useHelpMessages } from '../../../messages/help-messages';
import { useMessages } from '../../../messages/messages';
import type { Caller } from './caller';
import { CallForm } from './call-form';
import { type Message, MESSAGES } from './message-query';
import styles from './messages.module.css';
import { useRead } from './use-unread';

const EVERY_MS = 10_000;

function MessageList({
  organization,
  messages,
}: {
  readonly organization: string;
  readonly messages: readonly Message[];
}) {
  const words = useHelpMessages();
  if (messages.length === 0) return null;
  return (
    <ol className={styles['list']} aria-label={words.messages}>
      {messages.map((message) => (
        <li key={message.id}>
          <Text size="sm" c="dimmed">
            {message.kind === 'CALL' ? words.called(message) : words.from(organization, message)}
          </Text>
          <Text className={styles['text'] ?? ''}>{message.text === '' ? words.withoutWords : message.text}</Text>
          {message.answeredAt === null ? null : (
            <Text size="sm" c="dimmed">
              {words.answered(message.answeredAt)}
            </Text>
          )}
        </li>
      ))}
    </ol>
  );
}

/** The call for help, below what was written so far; opening it marks that as read. */
export function MessagesDrawer({ attemptId, organization, onClose }: Caller & { readonly onClose: () => void }) {
  const ui = useMessages().ui;
  const words = useHelpMessages();
  const read = useRead(attemptId);
  const { data } = useQuery(MESSAGES, {
    variables: { id: attemptId },
    fetchPolicy: 'cache-and-network',
    pollInterval: EVERY_MS,
  });
  const messages = data?.attempt.messages;
  // The server is outside React. They are marked when the drawer closes: before, the strip would take it away.
  useEffect(() => {
    if (messages === undefined) return undefined;
    return () => void read(messages);
  }, [messages, read]);
  const openCall = messages?.find(({ kind, answeredAt }) => kind === 'CALL' && answeredAt === null) ?? null;
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      title={words.title(organization)}
      closeButtonProps={{ 'aria-label': ui.close }}
    >
      <Stack gap="md">
        <MessageList organization={organization} messages={messages ?? []} />
        <CallForm attemptId={attemptId} organization={organization} openCall={openCall} />
      </Stack>
    </Drawer>
  );
}
