import { Stack, Text } from '@mantine/core';
import type { SyntheticEvent } from 'react';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import { useAct } from '../../platform/use-act';
import type { DialogProps } from './dialogs';
import { FormActs } from './form-acts';
import { actOnAll } from './in-chunks';
import { WITHDRAW } from './invitations-operations';

/** Asks before invitations are withdrawn, because their links cannot be revived. */
export function WithdrawForm({ assessmentId, invitations, onClose, onDone }: DialogProps) {
  const { dialog: words, acts } = useAssessmentMessages().candidateInvitations;
  const { act, isRunning, failure } = useAct(WITHDRAW);
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    const ids = invitations.map(({ id }) => id);
    const changed = await actOnAll(ids, async (invitationIds) => {
      const answer = await act({ input: { assessmentId, invitationIds } });
      return answer && answer.withdrawCandidateInvitations.invitations.length;
    });
    if (changed !== null) onDone(acts.withdrawn(changed, ids.length));
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack>
        <Text>{words.withdrawWhat}</Text>
        <FormActs act={words.withdrawAct} isRunning={isRunning} failure={failure} onClose={onClose} />
      </Stack>
    </form>
  );
}
