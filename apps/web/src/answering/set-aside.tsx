import { Button, Group, Text } from '@mantine/core';
import { useMessages } from '../messages/messages';
import type { UnsentDraft } from './draft-store';

type Props = { readonly draft: UnsentDraft; readonly onUse: () => void; readonly onDrop: () => void };

/** Offers an older answer of this device that never reached the server; it is never dropped silently. */
export function SetAside({ draft, onUse, onDrop }: Props) {
  const words = useMessages().question.saving;
  return (
    <Group gap="sm" role="group">
      <Text size="sm">{words.setAside(draft.editedAt)}</Text>
      <Button variant="default" size="compact-sm" onClick={onUse}>
        {words.useSetAside}
      </Button>
      <Button variant="subtle" size="compact-sm" onClick={onDrop}>
        {words.dropSetAside}
      </Button>
    </Group>
  );
}
