import type { UiMessages } from '@holdout/ui';

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
    sentence: (label, estimate, low, high) =>
      `${label}: ${estimate} of 100; with 95 % certainty between ${low} and ${high}.`,
  },
  pane: {
    title: 'This part of the page could not be shown',
    safe: 'The failure is ours. Your saved work is safe. Try again, or come back in a few minutes.',
    errorId: (id) => `To quote when asking about it: ${id}`,
    retry: 'Try again',
    slow: 'Still loading. The server is slower than usual.',
  },
  form: {
    summary: (count) => `${count} fields need another look`,
    line: (label, words) => `${label}: ${words}`,
  },
  keys: {
    title: 'Keys',
    singleKeys: 'Single keys act',
    singleKeysWhy: 'Turn this off if your voice control or switch types letters.',
  },
  close: 'Close',
  opensOutside: ' (opens in a new tab)',
  colorScheme: { label: 'Theme', auto: 'As the device', light: 'Light', dark: 'Dark' },
};
