import type { KeyHelpSection } from '@holdout/ui';

export const shell = {
  tab: (title: string) => (title === 'Holdout' ? title : `${title} · Holdout`),
  name: 'Holdout',
  skip: 'Skip to the content',
  siteNavigation: 'Site',
  questions: 'Questions',
  quiz: 'Quiz',
  progress: 'Progress',
  signIn: 'Sign in',
  account: (name: string) => `Account: ${name}`,
  guest: 'Guest',
  guestDetail: 'Your work is kept for this browser only. An account keeps it on every device.',
  keepWork: 'Create an account',
  yourAccount: 'Your account',
  security: 'Second factor and passkeys',
  signOut: 'Sign out',
  signOutEverywhere: 'Sign out on every device',
  organizations: 'Organizations',
  newOrganization: 'New organization',
  theme: 'Theme',
  help: 'Keyboard shortcuts',
  offline: 'Offline. Your answers are kept on this device and sent when you are back.',
};

export const keys: readonly KeyHelpSection[] = [
  {
    title: 'Everywhere',
    lines: [
      { keys: ['?'], does: 'Show this list' },
      { keys: ['/'], does: 'Search' },
      { keys: ['J', 'K'], does: 'Next, previous row' },
      { keys: ['Enter'], does: 'Open the row' },
      { keys: ['Esc'], does: 'Close' },
    ],
  },
  {
    title: 'Answering',
    lines: [
      { keys: ['1–9'], does: 'Choose an option by its number' },
      { keys: ['Ctrl', 'Enter'], does: 'Check the answer' },
    ],
  },
  {
    title: 'Quiz',
    lines: [
      { keys: ['Alt', 'Page Down'], does: 'Next item' },
      { keys: ['Alt', 'Page Up'], does: 'Previous item' },
      { keys: ['F'], does: 'Flag the item' },
      { keys: ['T'], does: 'Hear the time left' },
    ],
  },
  {
    title: 'Code',
    lines: [
      { keys: ['Ctrl', 'Enter'], does: 'Run on the public cases' },
      { keys: ['Ctrl', 'Shift', 'Enter'], does: 'Submit' },
      { keys: ['F6'], does: 'Next pane' },
      { keys: ['Ctrl', 'M'], does: 'Let Tab leave the editor' },
    ],
  },
];
