import { ActionIcon } from '@mantine/core';
import { useMessages } from '../messages/messages';

/** Opens the list of keys, as the key `?` does. */
export function HelpButton({ onHelp }: { readonly onHelp: () => void }) {
  const words = useMessages().shell;
  return (
    <ActionIcon variant="subtle" color="gray" size="lg" aria-label={words.help} aria-keyshortcuts="?" onClick={onHelp}>
      <span aria-hidden="true">?</span>
    </ActionIcon>
  );
}
