import { useQuery } from '@apollo/client/react';
import { ActButton, ActError, FormErrors, SkeletonLines } from '@holdout/ui';
import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { type SyntheticEvent, useState } from 'react';
import { useLateMessages } from '../../messages/late-messages';
import { useMessages } from '../../messages/messages';
import { errorWords } from '../../platform/error-words';
import { onAnswer } from '../../platform/on-answer';
import { useAct } from '../../platform/use-act';
import { useFormErrors } from '../../platform/use-form-errors';
import { LateAnswers } from './late-answers';
import { ADMIT, LATE_ANSWER, type LateRow } from './late-query';

type Props = {
  readonly assessmentId: string;
  readonly row: LateRow;
  readonly onDone: (words: string) => void;
  readonly onClose: () => void;
};

function useAdmitting({ assessmentId, row, onDone }: Props) {
  const words = useLateMessages();
  const form = useFormErrors('late');
  const { act, isRunning, failure } = useAct(ADMIT);
  const [isGone, setIsGone] = useState(false);
  const admit = async (reason: string) => {
    if (!form.isComplete({ reason })) return;
    const answer = await act({ input: { assessmentId, revisionId: row.id, reason } });
    await onAnswer(answer?.admitLateAnswer, {
      AdmitLateAnswerSuccess: () => onDone(words.done(row.name, row.position)),
      InvalidInputProblem: ({ issues }) => form.show(issues),
      LateAnswerGoneProblem: () => setIsGone(true),
    });
  };
  return { form, admit, isRunning, failure: isGone ? words.gone : failure };
}

function AdmitForm(props: Props) {
  const words = useLateMessages();
  const { form, admit, isRunning, failure } = useAdmitting(props);
  const [reason, setReason] = useState('');
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void admit(reason);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <FormErrors errors={form.errors} />
        <TextInput
          {...form.propsOf('reason')}
          label={words.reason}
          description={words.reasonHint}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Text size="sm">{words.explain}</Text>
        <Group gap="sm">
          <ActButton type="submit" isRunning={isRunning}>
            {words.admit}
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

/** Both answers, once they are here; `isGone` if there are none any more. */
function useLate(assessmentId: string, id: string) {
  const variables = { assessmentId, id };
  const { data, error } = useQuery(LATE_ANSWER, { variables, fetchPolicy: 'network-only' });
  const late = data?.lateAnswer ?? null;
  return { late, error: error ?? null, isGone: data !== undefined && late === null };
}

function Both({ late, error, isGone }: ReturnType<typeof useLate>) {
  const words = useLateMessages();
  const messages = useMessages();
  if (error !== null) return <ActError>{errorWords(messages, error)}</ActError>;
  if (isGone) return <Text>{words.gone}</Text>;
  return late === null ? <SkeletonLines count={6} /> : <LateAnswers late={late} />;
}

/** A late answer beside the one that counts, and below them the form that lets it count. */
export function LateDialog(props: Props) {
  const words = useLateMessages();
  const ui = useMessages().ui;
  const { assessmentId, row, onClose } = props;
  const shown = useLate(assessmentId, row.id);
  return (
    <Modal
      opened
      onClose={onClose}
      size="min(75rem, 100%)"
      title={words.dialog(row.name, row.position)}
      closeButtonProps={{ 'aria-label': ui.close }}
    >
      <Stack gap="md">
        <Text size="sm">{words.arrived(row.cause, row)}</Text>
        <Both {...shown} />
        {row.admission === null && shown.late !== null ? <AdmitForm {...props} /> : null}
      </Stack>
    </Modal>
  );
}
