import { Stack, Text } from '@mantine/core';
import { type SyntheticEvent, useState } from 'react';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import { onAnswer } from '../../platform/on-answer';
import { useAct } from '../../platform/use-act';
import { defaultDeadline } from './default-deadline';
import type { DialogProps } from './dialogs';
import { FormActs } from './form-acts';
import { actOnAll } from './in-chunks';
import { EXTEND } from './invitations-operations';
import { TimeField } from './time-field';
import { instantOf } from './zoned-time';

const DAYS = 14;

function useExtending({ assessmentId, invitations, timeZone, onDone }: DialogProps) {
  const { acts, deadline, inviting: words } = useAssessmentMessages().candidateInvitations;
  const { act, isRunning, failure } = useAct(EXTEND);
  const [error, setError] = useState<string | undefined>(undefined);
  const extend = async (wall: string) => {
    const expiresAt = instantOf(wall, timeZone)?.toISOString();
    setError(expiresAt === undefined ? words.wrongTime : undefined);
    if (expiresAt === undefined) return;
    const ids = invitations.map(({ id }) => id);
    const changed = await actOnAll(ids, async (invitationIds) => {
      let count: number | null = null;
      await onAnswer((await act({ input: { assessmentId, invitationIds, expiresAt } }))?.extendCandidateInvitations, {
        InvalidInputProblem: ({ issues }) => setError(issues[0]?.code === 'TOO_LARGE' ? words.tooLate : words.past),
        ExtendCandidateInvitationsSuccess: (answer) => {
          count = answer.invitations.length;
        },
      });
      return count;
    });
    if (changed !== null) onDone(acts.extended(changed, ids.length, deadline(expiresAt, timeZone)));
  };
  return { extend, error, isRunning, failure };
}

/** Asks for a new time until which people may start. */
export function ExtendForm(props: DialogProps) {
  const { dialog: words, inviting } = useAssessmentMessages().candidateInvitations;
  const { timeZone, onClose } = props;
  const { extend, error, isRunning, failure } = useExtending(props);
  const [wall, setWall] = useState(() => defaultDeadline(DAYS, timeZone));
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void extend(wall);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Text>{words.extendWhat}</Text>
        <TimeField
          id="extend-expiresAt"
          label={inviting.expiresAt}
          description={inviting.inZone(timeZone)}
          value={wall}
          error={error}
          onChange={setWall}
        />
        <FormActs act={words.extendAct} isRunning={isRunning} failure={failure} onClose={onClose} />
      </Stack>
    </form>
  );
}
