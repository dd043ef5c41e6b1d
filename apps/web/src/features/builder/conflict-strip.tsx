import { Status, useAnnounce } from '@holdout/ui';
import { Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { lazy, Suspense, useEffect } from 'react';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import styles from './builder.module.css';
import { useBuilder } from './builder-context';

const ConflictDialog = lazy(async () => ({ default: (await import('./conflict-dialog')).ConflictDialog }));

/** Says that another person or tab has saved another version, and offers to choose. Nothing is overwritten unseen. */
export function ConflictStrip() {
  const words = useAssessmentMessages().builder.conflict;
  const { conflict } = useBuilder().view;
  const announce = useAnnounce();
  const [isOpen, dialog] = useDisclosure(false);
  const says = conflict === null ? null : words.says(conflict.current.savedBy, conflict.current.savedAt);
  // The live region is outside React.
  useEffect(() => {
    if (says !== null) announce(says);
  }, [says, announce]);
  if (says === null) return null;
  return (
    <Group gap="sm" role="group" aria-label={words.two} className={styles['strip'] ?? ''}>
      <Status kind="attention" label={words.two} />
      <Text size="sm">{says}</Text>
      <Button variant="default" size="compact-sm" onClick={dialog.open}>
        {words.compare}
      </Button>
      <Suspense fallback={null}>{isOpen ? <ConflictDialog onClose={dialog.close} /> : null}</Suspense>
    </Group>
  );
}
