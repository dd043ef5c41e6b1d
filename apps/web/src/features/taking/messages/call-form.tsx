import { ActButton, ActError, FormErrors } from '@holdout/ui';
import { Stack, Text, Textarea } from '@mantine/core';
import { type SyntheticEvent, useState } from 'react';
import { useHelpMessages } from '../../../messages/help-messages';
import { onAnswer } from '../../../platform/on-answer';
import { useAct } from '../../../platform/use-act';
import { useFormErrors } from '../../../platform/use-form-errors';
import type { Caller } from './caller';
import { CALL_FOR_HELP, type Message } from './message-query';

/** Calls for help, or adds to the call that is open. */
export function CallForm({ attemptId, organization, openCall }: Caller & { readonly openCall: Message | null }) {
  const words = useHelpMessages();
  const form = useFormErrors('call');
  const { act, isRunning, failure } = useAct(CALL_FOR_HELP);
  const [text, setText] = useState('');
  const [hasEnded, setHasEnded] = useState(false);
  const call = async () => {
    form.clear();
    if (openCall !== null && !form.isComplete({ text })) return;
    await onAnswer((await act({ input: { attemptId, text } }))?.callForHelp, {
      CallForHelpSuccess: () => setText(''),
      InvalidInputProblem: ({ issues }) => form.show(issues),
      AttemptNotRunningProblem: () => setHasEnded(true),
    });
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void call();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm" align="stretch">
        <Text role="status">
          {openCall === null ? words.before(organization) : words.waiting(organization, openCall)}
        </Text>
        <FormErrors errors={form.errors} />
        <Textarea
          {...form.propsOf('text')}
          label={openCall === null ? words.what : words.more}
          data-autofocus
          autosize
          minRows={3}
          maxRows={8}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <ActError>{hasEnded ? words.ended : failure}</ActError>
        <div>
          <ActButton type="submit" isRunning={isRunning}>
            {openCall === null ? words.call : words.add}
          </ActButton>
        </div>
      </Stack>
    </form>
  );
}
