import { Status, useAnnounce } from '@holdout/ui';
import { Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { lazy, Suspense, useEffect } from 'react';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import styles from './builder.module.css';
import { useBuilder } from './builder-context';

const ConflictDialog = lazy(async () => ({ default: (await import('./conflict-dialog')).ConflictDialog }));

/** What the strip says; null for nothing. */
function useWords(): string | null {
  const words = useAssessmentMessages().builder.conflict;
  const { conflict, takenOver } = useBuilder().view;
  if (conflict !== null) return words.says(conflict.current.savedBy, conflict.current.savedAt);
  return takenOver === null ? null : words.takenOver(takenOver.savedBy, takenOver.savedAt);
}

function Choice() {
  const words = useAssessmentMessages().builder.conflict;
  const [isOpen, dialog] = useDisclosure(false);
  return (
    <>
      <Button variant="default" size="compact-sm" onClick={dialog.open}>
        {words.compare}
      </Button>
      <Suspense fallback={null}>{isOpen ? <ConflictDialog onClose={dialog.close} /> : null}</Suspense>
    </>
  );
}

/** Says that another person or tab has saved another version, and offers to choose. Nothing is overwritten unseen. */
export function ConflictStrip() {
  const words = useAssessmentMessages().builder.conflict;
  const isChoice = useBuilder().view.conflict !== null;
  const announce = useAnnounce();
  const says = useWords();
  // The live region is outside React.
  useEffect(() => {
    if (says !== null) announce(says);
  }, [says, announce]);
  if (says === null) return null;
  return (
    <Group gap="sm" role="group" aria-label={isChoice ? words.two : says} className={styles['strip'] ?? ''}>
      {isChoice ? <Status kind="attention" label={words.two} /> : null}
      <Text size="sm">{says}</Text>
      {isChoice ? <Choice /> : null}
    </Group>
  );
}
