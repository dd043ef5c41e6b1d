import { Status, useAnnounce } from '@holdout/ui';
import { Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useEffect } from 'react';
import type { Messages } from '../../messages/en';
import { useMessages } from '../../messages/messages';
import type { DraftState } from '../use-draft';
import { CompareDialog } from './compare-dialog';
import type { VersionsProps } from './show-version';

function wordsOf({ other, setAside, takenOverAt }: DraftState, { versions: words }: Messages): string {
  if (other !== null) return words.conflict(other.savedAt);
  if (setAside !== null) return words.setAside(setAside.editedAt);
  return takenOverAt === null ? '' : words.takenOver(takenOverAt);
}

/** What `VersionStrip` shows. */
export function VersionNotice({ state, show }: VersionsProps) {
  const messages = useMessages();
  const words = messages.versions;
  const announce = useAnnounce();
  const [isComparing, dialog] = useDisclosure(false);
  const says = wordsOf(state, messages);
  // The live region is outside React.
  useEffect(() => announce(says), [says, announce]);
  const isChoice = state.other !== null || state.setAside !== null;
  return (
    <Group gap="sm" role="group" aria-label={isChoice ? words.two : says} data-versions={isChoice ? 'two' : 'one'}>
      {isChoice ? <Status kind="attention" label={words.two} /> : null}
      <Text size="sm">{says}</Text>
      {isChoice ? (
        <Button variant="default" size="compact-sm" onClick={dialog.open}>
          {words.compare}
        </Button>
      ) : null}
      {isChoice && isComparing ? <CompareDialog state={state} show={show} onClose={dialog.close} /> : null}
    </Group>
  );
}
