import { ColorSchemeSwitch, Flyout } from '@holdout/ui';
import { useMessages } from '../messages/messages';

const HALF_FILLED = (
  <svg viewBox="0 0 16 16" width={16} height={16} aria-hidden="true" focusable="false">
    <circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
    <path d="M8 1.75a6.25 6.25 0 0 1 0 12.5Z" fill="currentColor" />
  </svg>
);

/** Light, dark, or the system setting. */
export function ThemeMenu() {
  const words = useMessages().shell;
  return (
    <Flyout label={words.theme} face={HALF_FILLED}>
      <ColorSchemeSwitch />
    </Flyout>
  );
}
