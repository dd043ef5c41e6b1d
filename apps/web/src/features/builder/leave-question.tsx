import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import { useMessages } from '../../messages/messages';

type Props = { readonly onStay: () => void; readonly onLeave: () => void };

/** Asks before a page with unsaved changes is left. */
export function LeaveQuestion({ onStay, onLeave }: Props) {
  const messages = useMessages();
  const words = useAssessmentMessages().builder.saving;
  return (
    <Modal opened onClose={onStay} title={words.leaveTitle} closeButtonProps={{ 'aria-label': messages.ui.close }}>
      <Stack gap="md" align="stretch">
        <Text size="sm">{words.leave}</Text>
        <Group gap="sm">
          <Button onClick={onStay}>{words.stay}</Button>
          <Button variant="default" onClick={onLeave}>
            {words.go}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
