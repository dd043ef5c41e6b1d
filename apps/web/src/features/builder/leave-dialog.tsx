import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import { useMessages } from '../../messages/messages';
import { useBuilder } from './builder-context';
import type { DraftSaver } from './draft-saver';

/** The address of a link of this site that a plain click opens here; null for any other click. */
function addressOf(event: MouseEvent): string | null {
  if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return null;
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (!(link instanceof HTMLAnchorElement) || link.target === '_blank' || link.origin !== window.location.origin) {
    return null;
  }
  const isHere = link.pathname === window.location.pathname;
  return isHere ? null : link.pathname + link.search + link.hash;
}

/** Holds back a link while something is unsaved: saves it, and follows the link or asks. */
function useHeldLink(saver: DraftSaver) {
  const navigate = useNavigate();
  const [held, setHeld] = useState<string | null>(null);
  // The document's events are outside React. Capturing: before the router follows the link.
  useEffect(() => {
    const hold = (event: MouseEvent) => {
      const address = saver.read().isUnsaved ? addressOf(event) : null;
      if (address === null) return;
      event.preventDefault();
      event.stopPropagation();
      void saver.settle().then((isSaved) => (isSaved ? navigate(address) : setHeld(address)));
    };
    const warn = (event: BeforeUnloadEvent) => {
      if (saver.read().isUnsaved) event.preventDefault();
    };
    document.addEventListener('click', hold, { capture: true });
    window.addEventListener('beforeunload', warn);
    return () => {
      document.removeEventListener('click', hold, { capture: true });
      window.removeEventListener('beforeunload', warn);
    };
  }, [saver, navigate]);
  return { held, go: () => void (held !== null && navigate(held)), stay: () => setHeld(null) };
}

/** Asks before a page with unsaved changes is left. */
export function LeaveDialog() {
  const messages = useMessages();
  const words = useAssessmentMessages().builder.saving;
  const { held, go, stay } = useHeldLink(useBuilder().saver);
  return (
    <Modal
      opened={held !== null}
      onClose={stay}
      title={words.leaveTitle}
      closeButtonProps={{ 'aria-label': messages.ui.close }}
    >
      <Stack gap="md" align="stretch">
        <Text size="sm">{words.leave}</Text>
        <Group gap="sm">
          <Button onClick={stay}>{words.stay}</Button>
          <Button variant="default" onClick={go}>
            {words.go}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
