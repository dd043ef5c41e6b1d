import { useAnnounce } from '@holdout/ui';
import { Button, Group, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useHelpMessages } from '../../../messages/help-messages';
import type { Caller } from './caller';
import type { Message } from './message-query';
import { MessagesDrawer } from './messages-drawer';
import styles from './messages.module.css';
import { useRead } from './use-unread';

/** Longer texts are read in the drawer, so that the question stays in view. */
const SHOWN = 300;

type Props = Caller & { readonly unread: readonly Message[] };

/** Speaks each message once. */
function useSpoken({ organization, unread }: Omit<Props, 'attemptId'>): void {
  const words = useHelpMessages();
  const announce = useAnnounce();
  const spoken = useRef(new Set<string>());
  // The live region is outside React.
  useEffect(() => {
    const added = unread.filter(({ id }) => !spoken.current.has(id));
    for (const { id } of added) spoken.current.add(id);
    if (added.length > 0) announce(added.map(({ text }) => words.spoken(organization, text)).join(' '));
  }, [unread, announce, words, organization]);
}

/** The button that had the focus is gone: the focus goes to the heading of the page. */
const focusHeading = () => document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });

/** The latest unread message, calm, until it is put away. */
export function MessageStrip({ attemptId, organization, unread }: Props) {
  const words = useHelpMessages();
  const read = useRead(attemptId);
  const [isOpen, setIsOpen] = useState(false);
  useSpoken({ organization, unread });
  const latest = unread.at(-1);
  if (latest === undefined) return null;
  const isWhole = latest.text.length <= SHOWN && unread.length === 1;
  const putAway = async () => {
    await read([latest]);
    focusHeading();
  };
  return (
    <div className={styles['strip']} role="note" data-message={latest.id}>
      <div className={styles['message']}>
        <Text size="sm" c="dimmed">
          {words.from(organization, latest)}
        </Text>
        <Text size="sm" className={styles['text'] ?? ''}>
          {latest.text.length <= SHOWN ? latest.text : `${latest.text.slice(0, SHOWN)}…`}
        </Text>
      </div>
      <Group gap="sm">
        <Button variant="default" size="compact-sm" onClick={() => setIsOpen(true)}>
          {isWhole ? words.reply : words.readAll(unread.length)}
        </Button>
        {isWhole ? (
          <Button variant="default" size="compact-sm" onClick={() => void putAway()}>
            {words.putAway}
          </Button>
        ) : null}
      </Group>
      {isOpen ? (
        <MessagesDrawer attemptId={attemptId} organization={organization} onClose={() => setIsOpen(false)} />
      ) : null}
    </div>
  );
}
