import { ActButton, ActError } from '@holdout/ui';
import { Button, Group } from '@mantine/core';
import { useAssessmentMessages } from '../../messages/assessment-messages';

type Props = {
  readonly act: string;
  readonly isRunning: boolean;
  readonly failure: string | null;
  readonly onClose: () => void;
};

/** The end of a dialog: its act and the way out, with the failure beside them. */
export function FormActs({ act, isRunning, failure, onClose }: Props) {
  const words = useAssessmentMessages().candidateInvitations.dialog;
  return (
    <>
      <Group gap="sm">
        <ActButton type="submit" isRunning={isRunning}>
          {act}
        </ActButton>
        <Button variant="default" onClick={onClose}>
          {words.keep}
        </Button>
      </Group>
      <ActError>{failure}</ActError>
    </>
  );
}
