import { Flyout, useAnnounce } from '@holdout/ui';
import { Button, Stack } from '@mantine/core';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import { onAnswer } from '../../platform/on-answer';
import { useOrganization } from '../../platform/organization/organization-context';
import { useAct } from '../../platform/use-act';
import type { DialogName } from './dialogs';
import { type Invitation, RESEND } from './invitations-operations';

export type RowActsProps = {
  readonly assessmentId: string;
  readonly invitation: Invitation;
  readonly onDialog: (dialog: { readonly name: DialogName; readonly invitations: readonly Invitation[] }) => void;
  /** Says what was done, or why it was not. */
  readonly onDone: (words: string) => void;
  readonly onFailed: (words: string) => void;
};

const OPEN = ['NOT_YET_OPEN', 'INVITED', 'OPENED', 'CHECKED_IN'];
/** Nothing but a merge and an allowance is left to do. */
const ENDED = ['STARTED', 'SUBMITTED', 'DECLINED', 'WITHDRAWN'];

function useResend({ assessmentId, invitation, onDone, onFailed }: RowActsProps) {
  const words = useAssessmentMessages().candidateInvitations.acts;
  const { act } = useAct(RESEND);
  return async () => {
    const answer = await act({ input: { assessmentId, invitationId: invitation.id } });
    await onAnswer(answer?.resendCandidateInvitation, {
      ResendCandidateInvitationSuccess: () => onDone(words.resent(invitation.candidate.name)),
      CandidateInvitationClosedProblem: ({ status }) => onFailed(words.closed(invitation.candidate.name, status)),
    });
  };
}

/** What can be done with one invitation. */
export function RowActs(props: RowActsProps) {
  const { invitation, onDialog, onDone, onFailed } = props;
  const words = useAssessmentMessages().candidateInvitations;
  const announce = useAnnounce();
  const { viewerRoles } = useOrganization();
  const resend = useResend(props);
  const { candidate, status, link } = invitation;
  const copy = async (url: string) => {
    try {
      await navigator.clipboard.writeText(url);
      announce(words.acts.copied(1, 1));
      onDone(words.acts.copied(1, 1));
    } catch {
      onFailed(words.acts.notCopied);
    }
  };
  const act = (label: string, onClick: () => void) => (
    <Button variant="subtle" color="gray" justify="flex-start" onClick={onClick}>
      {label}
    </Button>
  );
  const open = (name: DialogName) => () => onDialog({ name, invitations: [invitation] });
  return (
    <Flyout label={words.table.actions(candidate.name)} face="⋯">
      <Stack gap={0}>
        {OPEN.includes(status)
          ? act(link === null ? words.acts.resend : words.acts.newLink, () => void resend())
          : null}
        {OPEN.includes(status) && link !== null ? act(words.acts.copyLink, () => void copy(link)) : null}
        {ENDED.includes(status) ? null : act(words.acts.extend, open('extend'))}
        {act(words.acts.allowance, open('allowance'))}
        {act(words.acts.merge, open('merge'))}
        {ENDED.includes(status) ? null : act(words.acts.withdraw, open('withdraw'))}
        {viewerRoles.includes('ADMIN') ? act(words.acts.erase, open('erase')) : null}
      </Stack>
    </Flyout>
  );
}
