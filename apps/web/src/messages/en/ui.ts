import type { UiMessages } from '@holdout/ui';
import { counted } from './counted';

export const ui: UiMessages = {
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
    sentence: (label, estimate, low, high) => `${label}: ${estimate} of 100, 95\u00a0% interval ${low} to ${high}.`,
  },
  pane: {
    title: 'This part of the page could not be shown',
    safe: 'The failure is ours. Your saved work is safe. Try again, or come back in a few minutes.',
    errorId: (id) => `Error id: ${id}`,
    retry: 'Try again',
    slow: 'Still loading. The server is slower than usual.',
  },
  form: {
    summary: (count) => `${counted(count, 'field')} to correct`,
    line: (label, words) => `${label}: ${words}`,
  },
  keys: {
    title: 'Keyboard shortcuts',
    singleKeys: 'Single-key shortcuts',
    singleKeysWhy: 'Turn off if speech input or a switch device types letters by mistake.',
  },
  close: 'Close',
  undo: 'Undo',
  opensOutside: ' (opens in a new tab)',
  colorScheme: { label: 'Theme', auto: 'Same as device', light: 'Light', dark: 'Dark' },
};
