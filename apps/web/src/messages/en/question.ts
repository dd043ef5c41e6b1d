import { MAX_SOURCE_BYTES } from '@holdout/bank';
import type { RefusedReason } from '../../answering/save-queue';
import { timeOfDay } from './dates';
import { code } from './question-code';

const BYTES_PER_KB = 1024;

const refused: Readonly<Record<RefusedReason, string>> = {
  closed: 'Not saved: this question no longer accepts answers. What was saved before counts.',
  late: 'This arrived after the time was up. It is kept and does not count; the organization can see it and admit it.',
  tooLarge: `Not saved: the code is longer than ${MAX_SOURCE_BYTES / BYTES_PER_KB} kB. It is kept on this device.`,
  badCharacter: 'Not saved: the code contains a character that cannot be stored. It is kept on this device.',
  tooLong: 'Not saved: the answer is too long. It is kept on this device. Shorten it.',
  notPlain: 'Not saved: the drawing contains an image, a link or an embedded page. Remove it.',
  fixed: 'Not saved: this part was locked when its follow-up was shown.',
  doesNotFit: 'Not saved: the server could not accept this answer. It is kept on this device.',
};

const saving = {
  saving: 'Saving…',
  saved: (instant: string) => `Saved ${timeOfDay(instant)}`,
  waiting: 'Kept on this device; sent when the server can be reached.',
  waitingOnPage: 'Keep this page open: this browser stores nothing. It is sent when the server can be reached.',
  refused,
  conflict: 'Not saved yet: there are two versions.',
};

const choice = {
  one: 'Choose one. The right option earns all points.',
  many: 'Choose all that apply. Each right choice earns its share; each wrong one takes a share away, never below 0.',
  options: 'Options',
  key: 'Right option',
  yours: 'Your choice',
  notYours: 'Not chosen by you',
  suggests: (misconception: string) => `Choosing it suggests: ${misconception}`,
};

const numeric = {
  answer: 'Your answer',
  readAs: (value: string, unit: string) => `= ${value}${unit === '' ? '' : ` ${unit}`}`,
  comma: '(comma read as a thousands separator; write decimals with a point)',
  unread: {
    empty: '',
    notANumber: 'Not read as a number yet. Write it like 0.0125, 1e-3, 1/8 or 12 %.',
    hiddenCharacter: 'There is an invisible character in it. Delete the text and type the number.',
    tooLarge: 'This number is too large.',
    divisionByZero: 'The denominator is 0.',
  },
  value: (value: string, unit: string) => `The answer is ${value}${unit === '' ? '' : ` ${unit}`}.`,
  tolerance: (low: string, high: string) => `From ${low} to ${high} counts as right.`,
  suggests: (misconception: string) => `Your value suggests: ${misconception}`,
};

const invalid = {
  WRONG_KIND: 'The saved answer is of another kind than this question. Answer again.',
  UNKNOWN_OPTION: 'The saved answer names an option that this question does not have. Choose again.',
  TOO_MANY_OPTIONS: 'Only one option can be chosen. Choose again.',
  NOT_A_NUMBER: 'The answer cannot be read as a number. Write it like 0.0125, 1e-3, 1/8 or 12 %.',
  TOO_LONG: 'The answer is too long. Shorten it.',
  WRONG_SHAPE: 'The saved answer cannot be read. Answer again.',
  UNKNOWN_PART: 'The saved answer names a part that this question does not have. Answer again.',
  NO_SUCH_POINT: 'There is no such point in the data. Pick one from the chart or the table.',
  NOT_PLAIN: 'The drawing contains an image, a link or an embedded page. Remove it.',
  PART_FIXED: 'This part was locked when its follow-up was shown.',
};

export const question = {
  saving,
  choice,
  numeric,
  code,
  invalid,
  skills: 'Skills',
  facts: (level: string, minutes: string) => `${level} · about ${minutes}`,
  answeredIn: (languages: string) => `in ${languages}`,
  hint: 'Show a hint',
  anotherHint: 'Show another hint',
  hintTitle: (n: number, of: number) => `Hint ${n} of ${of}`,
  check: 'Check',
  finish: 'Finish',
  finishFixes: 'Your answer is then locked, and its marking criteria are shown.',
  nothingToCheck: 'Answer the question first. Then it can be checked.',
  stale: 'Another tab or device has saved a different answer since. It is shown now. Read it, then try again.',
  chooseFirst: 'There are two versions of this answer. Choose one first.',
  refusedFirst: 'The answer could not be saved, so nothing was checked. The reason is shown below the answer.',
  notSaved: 'The answer has not reached the server yet, so it cannot be checked. It is kept on this device.',
  points: (earned: string, possible: string) => `${earned} of ${possible} points`,
  pointsPending: (earned: string, possible: string, pending: string) =>
    `${earned} of ${possible} points, ${pending} not marked yet`,
  awaitsMarks: 'Waiting for your marks',
  /** Who gave the points; null for the answer key, which needs no mention. */
  markedBy: { KEY: null, SELF: 'Marked by you', REVIEWER: 'Marked by a reviewer' },
  notAnswered: 'Not answered',
  explanation: 'Explanation',
  next: 'Next question',
  allQuestions: 'All questions',
  again: 'Try again',
  licence: (licence: string) => `Licence of this question: ${licence}`,
  sources: 'Sources',
  starting: 'Preparing the question',
  notReady: {
    title: 'This question is not ready yet',
    onItsWay:
      'Its numbers or cases are still being generated on this installation. This page tries again automatically.',
    failed:
      'Its numbers or cases could not be generated on this installation. The failure is ours; other questions work.',
    retry: 'Try again now',
  },
};
