import { counted } from './counted';
import { timeOfDay } from './dates';

const attempt = {
  bar: 'Assessment',
  tab: (position: number, of: number, title: string) => `Item ${position} of ${of} · ${title}`,
  finish: 'Finish…',
  section: (position: number, of: number, title: string) => `Section ${position} of ${of} · ${title}`,
  items: (position: number, of: number) => `${position} of ${of}`,
  allItems: 'All questions',
  aids: 'Documentation',
  opensTab: '(opens in a new tab)',
  calculator: 'Calculator',
  callForHelp: 'Call for help',
  forwardOnly: 'There is no way back: the next question closes this one.',
  unsaved: 'Your last change has not reached the server yet. It is kept on this device; wait for “Saved”, then go on.',
  last: 'Finish…',
  closing: (unsent: number) =>
    unsent === 0
      ? 'Time is up. What was saved counts; the receipt opens in a moment.'
      : `Time is up. Saving ${counted(unsent, 'answer')}.`,
};

/** In the bar, where there is little room; what is wrong is said in full at the answer. */
const saved = {
  untouched: '',
  saving: 'Saving…',
  saved: (instant: string) => `Saved ${timeOfDay(instant)}`,
  waiting: 'Not sent yet',
  conflict: 'Two versions',
  refused: 'Not saved',
};

const finish = {
  title: 'Before you submit',
  counts: (answered: number, flagged: number, empty: number) =>
    `${answered} answered · ${flagged} flagged · ${empty} empty`,
  fixes: 'After you submit, answers can no longer be changed.',
  submit: 'Submit assessment',
  back: 'Go back',
};

const presence = {
  otherDevice: (since: string) => `You continued on another device at ${timeOfDay(since)}; this page is read-only.`,
  otherTab: (since: string) => `You continued in another tab at ${timeOfDay(since)}; this page is read-only.`,
  continueHere: 'Continue here',
  unreachable: 'The server cannot be reached. Try again when you are back online.',
};

const offline = {
  kept: 'Offline. Your answers are kept on this device and sent when you are back. The clock still runs.',
  onPage:
    'Offline. This browser stores nothing, so keep this page open: your answers are sent when you are back. The clock still runs.',
};

const trial = {
  bar: 'Trial: nothing counts, and nothing is recorded',
  back: 'Back to check-in',
  title: 'The end of the trial',
  end: 'In the assessment, this page lists what is answered, flagged and empty, and you submit here. The trial needs no end: go back to check-in, and start when you are ready.',
};

/** Texts of a candidate's attempt. */
export const taking = {
  attempt,
  saved,
  finish,
  presence,
  offline,
  trial,
};
