import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import { useMessages } from '../../messages/messages';
import { useBuilder } from './builder-context';
import type { DraftSaver } from './draft-saver';

const isPlain = ({ button, ctrlKey, metaKey, shiftKey }: MouseEvent): boolean =>
  button === 0 && ![ctrlKey, metaKey, shiftKey].includes(true);

/** The address of another page of this site, if the click opens it in this tab. */
function addressOf(event: MouseEvent): string | null {
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (!(link instanceof HTMLAnchorElement) || !isPlain(event) || link.target === '_blank') return null;
  const { origin, pathname, search, hash } = link;
  const isElsewhere = origin === window.location.origin && pathname !== window.location.pathname;
  return isElsewhere ? pathname + search + hash : null;
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
