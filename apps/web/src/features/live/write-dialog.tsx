import { useQuery } from '@apollo/client/react';
import { ActButton, ActError, FormErrors } from '@holdout/ui';
import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { type SyntheticEvent, useState } from 'react';
import { useLiveMessages } from '../../messages/live-messages';
import { useMessages } from '../../messages/messages';
import { onAnswer } from '../../platform/on-answer';
import { useAct } from '../../platform/use-act';
import { useFormErrors } from '../../platform/use-form-errors';
import styles from './live.module.css';
import { LIVE_MESSAGES, type LiveAttempt, SEND } from './live-query';

const EVERY_MS = 5000;

/** Whom to write to: these, or everyone whose attempt runs. */
export type Recipients = 'all' | readonly LiveAttempt[];

type Props = {
  readonly assessmentId: string;
  readonly to: Recipients;
  readonly running: number;
  readonly onDone: (words: string) => void;
  readonly onClose: () => void;
};

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

function useSending({ assessmentId, to, onDone }: Props) {
  const words = useLiveMessages();
  const form = useFormErrors('live');
  const { act, isRunning, failure } = useAct(SEND);
  // The same for a repeated request, so that nothing is sent twice.
  const [sendingId] = useState(() => crypto.randomUUID());
  const send = async (text: string) => {
    if (!form.isComplete({ text })) return;
    const invitationIds = to === 'all' ? null : to.map(({ invitationId }) => invitationId);
    await onAnswer((await act({ input: { assessmentId, invitationIds, text, sendingId } }))?.sendAttemptMessage, {
      SendAttemptMessageSuccess: ({ sentCount }) => onDone(words.done(sentCount, to === 'all' ? null : to.length)),
      InvalidInputProblem: ({ issues }) => form.show(issues),
    });
  };
  return { form, send, isRunning, failure };
}

function WriteForm(props: Props) {
  const words = useLiveMessages();
  const { form, send, isRunning, failure } = useSending(props);
  const [text, setText] = useState('');
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void send(text);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <FormErrors errors={form.errors} />
        <Textarea
          {...form.propsOf('text')}
          label={words.text}
          description={words.textHint}
          data-autofocus
          autosize
          minRows={3}
          maxRows={10}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Group gap="sm">
          <ActButton type="submit" isRunning={isRunning}>
            {words.send}
          </ActButton>
          <Button variant="default" onClick={props.onClose}>
            {words.cancel}
          </Button>
        </Group>
        <ActError>{failure}</ActError>
      </Stack>
    </form>
  );
}

function Exchange({ attempt, ...props }: Props & { readonly attempt: LiveAttempt }) {
  const words = useLiveMessages();
  return (
    <>
      <Thread attempt={attempt} />
      {attempt.endedAt === null ? <WriteForm {...props} /> : <Text>{words.cannotWrite(attempt.email)}</Text>}
    </>
  );
}

/** Writes to one candidate, below what was written before, to chosen ones, or to all. */
export function WriteDialog(props: Props) {
  const ui = useMessages().ui;
  const words = useLiveMessages();
  const { to, running, onClose } = props;
  const one = to !== 'all' && to.length === 1 ? to[0] : undefined;
  const many = to === 'all' ? words.toAll(running) : words.toChosen(to.length);
  return (
    <Modal
      opened
      onClose={onClose}
      title={one === undefined ? many : words.toOne(one.name)}
      closeButtonProps={{ 'aria-label': ui.close }}
    >
      <Stack gap="md">{one === undefined ? <WriteForm {...props} /> : <Exchange {...props} attempt={one} />}</Stack>
    </Modal>
  );
}
