import { counted } from './counted';
import { timeOfDay } from './dates';

const spent = (minutes: number, seconds: number) =>
  [minutes > 0 ? counted(minutes, 'minute') : '', seconds > 0 ? counted(seconds, 'second') : ''].join(' ').trim();

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

const sections = {
  tab: (place: number, title: string) => `Section ${place} · ${title}`,
  questions: (first: number, last: number, of: number) => `Questions ${first} to ${last} of ${of}`,
  heading: (place: number, of: number, title: string) => `Section ${place} of ${of}: ${title}`,
  size: (questions: number, minutes: number) => `${counted(questions, 'question')}, ${counted(minutes, 'minute')}`,
  clock:
    'This section has its own clock. It starts when you start the section, and runs beside the clock of the whole assessment.',
  then: 'When its time is up, the section closes and what was saved counts. The rest of the assessment goes on.',
  lessLeft: 'Less than that is left of the whole assessment, and the section closes with it.',
  closes: (place: number, title: string) =>
    `Section ${place}, ${title}, closes when you start this one. You cannot go back to it.`,
  counts: (answered: number, flagged: number, empty: number) =>
    `In it: ${answered} answered · ${flagged} flagged · ${empty} empty`,
  start: (place: number) => `Start section ${place}`,
  back: (place: number) => `Back to section ${place}`,
  unsent: (count: number) =>
    `Not started: ${counted(count, 'answer')} not yet received by the server, kept on this device. Check the connection, then start again.`,
  refused: {
    CLOSED: 'This section was started before, and has closed.',
    OUT_OF_ORDER: 'An earlier section comes first.',
    NO_CLOCK: 'This section has no clock of its own. Go to its questions.',
  },
  attemptClosed: 'Nothing was started: the time of the assessment is up.',
  closing: (unsent: number) =>
    unsent === 0
      ? 'The time of this section is up. What was saved counts.'
      : `The time of this section is up. Saving ${counted(unsent, 'answer')}.`,
  closed: (place: number, title: string) => `Section ${place}, ${title}, has closed. What was saved counts.`,
  goOn: (place: number) => `Go on to section ${place}`,
  ahead: 'Sections with a clock, not started',
  aheadOne: (place: number, title: string, minutes: number) => `Section ${place} · ${title} · ${minutes} min`,
  up: 'The time of this section is up.',
};

const given = {
  OUTAGE: (minutes: number, seconds: number) => `${spent(minutes, seconds)} given back: our service was away.`,
  ADDED: (minutes: number, seconds: number) => `${spent(minutes, seconds)} added to your time.`,
  ALLOWANCE: (minutes: number, seconds: number) => `${spent(minutes, seconds)} more: your time allowance was raised.`,
  seen: 'OK',
};

const finish = {
  title: 'Before you submit',
  counts: (answered: number, flagged: number, empty: number) =>
    `${answered} answered · ${flagged} flagged · ${empty} empty`,
  groups: {
    empty: (count: number) => `Empty (${count})`,
    flagged: (count: number) => `Flagged (${count})`,
    answered: (count: number) => `Answered (${count})`,
  },
  timeLeft: (minutes: number) =>
    minutes === 0 ? 'Less than a minute is left.' : `${counted(minutes, 'minute')} left. You need not use them.`,
  sending: (count: number) => `Sending ${counted(count, 'answer')} first…`,
  fixes:
    'Submitting ends the assessment: what is saved becomes your answers, and neither they nor the flags can be changed afterwards.',
  notStarted: (place: number, title: string, questions: number) =>
    `Section ${place}, ${title}, was not started: ${counted(questions, 'question')}, not shown yet.`,
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
  sections,
  given,
  finish,
  presence,
  offline,
  trial,
};
