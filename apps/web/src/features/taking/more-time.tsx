import { ActButton, ActError, focusOnArrival, FormErrors } from '@holdout/ui';
import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { type SyntheticEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useMessages } from '../../messages/messages';
import { useCandidateMessages } from '../../messages/candidate-messages';
import { onAnswer } from '../../platform/on-answer';
import { useAct } from '../../platform/use-act';
import { useFormErrors } from '../../platform/use-form-errors';
import { type Invited, REQUEST_MORE_TIME } from './taking-query';

type Props = { readonly invited: Invited };

/** Before the start. */
const EARLY: readonly Invited['status'][] = ['NOT_YET_OPEN', 'INVITED', 'OPENED', 'CHECKED_IN'];

function RequestForm({ invited, onDone }: Props & { readonly onDone: () => void }) {
  const words = useCandidateMessages().landing;
  const form = useFormErrors('more-time');
  const { act, isRunning, failure } = useAct(REQUEST_MORE_TIME);
  const [reason, setReason] = useState(invited.timeRequest?.reason ?? '');
  const [isAnswered, setIsAnswered] = useState(false);
  const ask = async () => {
    if (!form.isComplete({ reason })) return;
    await onAnswer((await act({ input: { reason } }))?.requestMoreTime, {
      RequestMoreTimeSuccess: onDone,
      InvalidInputProblem: ({ issues }) => form.show(issues),
      TimeRequestAnsweredProblem: () => setIsAnswered(true),
      AssessmentNotOpenProblem: () => setIsAnswered(true),
    });
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void ask();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm" maw="var(--ho-form)">
        <FormErrors errors={form.errors} />
        <Textarea
          ref={focusOnArrival}
          {...form.propsOf('reason')}
          label={words.reason}
          description={words.reasonHint(invited.organizationName)}
          autosize
          minRows={3}
          maxRows={8}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <ActError>{isAnswered ? words.tooLate : failure}</ActError>
        <Group gap="sm">
          <ActButton type="submit" variant="default" isRunning={isRunning}>
            {words.sendRequest}
          </ActButton>
          <Button variant="subtle" color="gray" onClick={onDone}>
            {words.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** What has become of the request; null without one. */
function useRequestState({ invited }: Props): string | null {
  const words = useCandidateMessages().landing;
  const { dates } = useMessages();
  const { timeRequest, ownMinutes, contact } = invited;
  if (timeRequest === null) return null;
  if (timeRequest.isGranted === null) return words.asked(dates.dateTime(timeRequest.askedAt));
  return timeRequest.isGranted ? words.granted(ownMinutes) : words.notGranted(contact);
}

/** The form, behind a button that takes the focus back when the form is closed. */
function Request({ invited, label }: Props & { readonly label: string }) {
  const [isOpen, setIsOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const close = () => {
    flushSync(() => setIsOpen(false));
    opener.current?.focus();
  };
  if (isOpen) return <RequestForm invited={invited} onDone={close} />;
  return (
    <Button ref={opener} variant="default" size="compact-sm" onClick={() => setIsOpen(true)}>
      {label}
    </Button>
  );
}

/** How to get more time: by a request before the start, and what has become of it. */
export function MoreTime({ invited }: Props) {
  const words = useCandidateMessages().landing;
  const state = useRequestState({ invited });
  const isAnswered = (invited.timeRequest?.isGranted ?? null) !== null;
  const mayAsk = EARLY.includes(invited.status) && !isAnswered;
  return (
    <Stack gap="xs" align="flex-start">
      {state === null ? <Text>{words.moreTimeIs(invited.contact)}</Text> : <Text role="status">{state}</Text>}
      {mayAsk ? <Request invited={invited} label={state === null ? words.askMore : words.changeRequest} /> : null}
    </Stack>
  );
}
