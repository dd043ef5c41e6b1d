import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import { AllowanceForm } from './allowance-form';
import type { DialogName, DialogProps } from './dialogs';
import { EraseForm } from './erase-form';
import { ExtendForm } from './extend-form';
import { MergeForm } from './merge-form';
import { WithdrawForm } from './withdraw-form';

const FORMS: Readonly<Record<DialogName, (props: DialogProps) => ReactNode>> = {
  extend: ExtendForm,
  withdraw: WithdrawForm,
  allowance: AllowanceForm,
  merge: MergeForm,
  erase: EraseForm,
};

function useTitle(name: DialogName, { invitations }: DialogProps): string {
  const words = useAssessmentMessages().candidateInvitations.dialog;
  const person = invitations[0]?.candidate.name ?? '';
  switch (name) {
    case 'extend':
      return words.extendTitle(invitations.length);
    case 'withdraw':
      return words.withdrawTitle(invitations.length);
    case 'allowance':
      return words.allowanceTitle(person);
    case 'merge':
      return words.mergeTitle(person);
    case 'erase':
      return words.eraseTitle(person);
  }
}

/** The dialogs of the table, fetched when the first one opens. */
export function InvitationDialog({ name, ...props }: DialogProps & { readonly name: DialogName }) {
  const words = useAssessmentMessages().candidateInvitations.dialog;
  const Form = FORMS[name];
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={useTitle(name, props)}
      closeButtonProps={{ 'aria-label': words.close }}
    >
      <Form {...props} />
    </Modal>
  );
}
