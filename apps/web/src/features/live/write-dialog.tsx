import { useQuery } from '@apollo/client/react';
import { Modal, Stack, Text } from '@mantine/core';
import { useLiveMessages } from '../../messages/live-messages';
import { useMessages } from '../../messages/messages';
import styles from './live.module.css';
import { LIVE_MESSAGES, type LiveAttempt } from './live-query';
import type { WriteProps } from './write';
import { WriteForm } from './write-form';

const EVERY_MS = 5000;

/** What was written so far with one candidate. */
function Thread({ attempt }: { readonly attempt: LiveAttempt }) {
  const words = useLiveMessages();
  const { data } = useQuery(LIVE_MESSAGES, {
    variables: { invitationId: attempt.invitationId },
    fetchPolicy: 'network-only',
    pollInterval: EVERY_MS,
  });
  const messages = data?.liveAttempt?.messages ?? [];
  if (messages.length === 0) return null;
  return (
    <ol className={styles['thread']} aria-label={words.thread(attempt.name)}>
      {messages.map((message) => (
        <li key={message.id}>
          <Text size="sm" c="dimmed">
            {message.kind === 'CALL' ? words.from(attempt.name, message) : words.sent(message)}
          </Text>
          <Text className={styles['text'] ?? ''}>{message.text === '' ? words.withoutWords : message.text}</Text>
        </li>
      ))}
    </ol>
  );
}

function Exchange({ attempt, ...props }: WriteProps & { readonly attempt: LiveAttempt }) {
  const words = useLiveMessages();
  return (
    <>
      <Thread attempt={attempt} />
      {attempt.endedAt === null ? <WriteForm {...props} /> : <Text>{words.cannotWrite(attempt.email)}</Text>}
    </>
  );
}

function useTitle({ to, running, what }: WriteProps): string {
  const words = useLiveMessages();
  const title = words.titles[what];
  if (to === 'all') return title(words.all(running));
  const [only, ...others] = to;
  return title(only !== undefined && others.length === 0 ? only.name : words.chosen(to.length));
}

/** Writes or gives time to one candidate, below what was written before, to chosen ones, or to all. */
export function WriteDialog(props: WriteProps) {
  const ui = useMessages().ui;
  const { to, onClose } = props;
  const one = to !== 'all' && to.length === 1 ? to[0] : undefined;
  return (
    <Modal opened onClose={onClose} title={useTitle(props)} closeButtonProps={{ 'aria-label': ui.close }}>
      <Stack gap="md">{one === undefined ? <WriteForm {...props} /> : <Exchange {...props} attempt={one} />}</Stack>
    </Modal>
  );
}
