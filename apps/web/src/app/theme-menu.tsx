import { ColorSchemeSwitch } from '@holdout/ui';
import { ActionIcon, Popover } from '@mantine/core';
import { useMessages } from '../messages/messages';

/** Light, dark, or as the device says. */
export function ThemeMenu() {
  const words = useMessages().shell;
  return (
    <Popover position="bottom-end" trapFocus shadow="md" width={300}>
      <Popover.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={words.theme}>
          <svg viewBox="0 0 16 16" width={16} height={16} aria-hidden="true" focusable="false">
            <circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
            <path d="M8 1.75a6.25 6.25 0 0 1 0 12.5Z" fill="currentColor" />
          </svg>
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={words.theme}>
        <ColorSchemeSwitch />
      </Popover.Dropdown>
    </Popover>
  );
}
