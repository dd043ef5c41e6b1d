import type { UiMessages } from './ui-messages';

/** Texts for the tests of this library; the app provides its own. */
export const testMessages: UiMessages = {
  status: {
    right: 'Right',
    partly: 'Partly right',
    wrong: 'Not right',
    attention: 'Needs attention',
    waiting: 'Waiting',
    notGraded: 'Not graded',
  },
  band: {
    words: (estimate, low, high) => `${estimate} (${low}–${high})`,
    sentence: (label, estimate, low, high) => `${label}: ${estimate}, between ${low} and ${high}`,
  },
  pane: {
    title: 'Could not be shown',
    safe: 'Your work is safe.',
    errorId: (id) => id,
    retry: 'Try again',
    slow: 'Still loading',
  },
  form: { summary: (count) => `${count} fields`, line: (label, words) => `${label}: ${words}` },
  keys: { title: 'Keyboard shortcuts', singleKeys: 'Single-key shortcuts', singleKeysWhy: 'For voice control.' },
  close: 'Close',
  undo: 'Undo',
  opensOutside: ' (opens in a new tab)',
  colorScheme: { label: 'Theme', auto: 'Same as device', light: 'Light', dark: 'Dark' },
};
