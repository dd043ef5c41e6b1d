import type {
  GradingUnavailableReason,
  InputIssueCode,
  SourceRefusedReason,
  SubmissionLimit,
} from '../../generated/operations';
import { FILES } from '../../platform/languages';
import { groups, metric, verdict } from './code-verdict';
import { counted } from './counted';
import { dates, timeOfDay } from './dates';
import { names } from './names';

const ownInputWrong: Readonly<Partial<Record<InputIssueCode, string>>> = {
  MALFORMED: 'Write own input as a JSON list with one entry for each argument, for example [[1, 2, 3], 0.5].',
  TOO_LARGE: 'Own input has a number that is too large. The largest number is about 1.8e308.',
  RESERVED: 'Own input has an object with the key "$", which is reserved. Use another key.',
  TOO_DEEP: 'Own input is nested too deeply. Use fewer levels of lists and objects.',
};

const usedUp: Readonly<Record<SubmissionLimit, (instant: string) => string>> = {
  OFTEN: (instant) => `Too many submissions in a short time. The next one is accepted at ${timeOfDay(instant)}.`,
  TIME: (instant) =>
    `Your programs, or those of other guests on your network, used all their grading time. The next one is accepted at ${timeOfDay(instant)}.`,
  QUESTION: (instant) =>
    `This question was graded as often as it can be in a day, by you or by guests on your network. The next submission is accepted on ${dates.dateTime(instant)}. Running on public cases still works.`,
};

const unavailable: Readonly<Record<GradingUnavailableReason, string>> = {
  SWITCHED_OFF: 'This installation does not run code in this language: it is switched off.',
  NO_GRADER: 'Code cannot be run now: no grader is running on this installation.',
  NO_SANDBOX: 'Code in this language cannot be run here: this installation has no sandbox for it.',
  CASES_FAILED: 'The cases of this question could not be generated here. The failure is ours.',
};

const refusedSource: Readonly<Record<SourceRefusedReason, string>> = {
  EMPTY: 'There is no code yet.',
  TOO_LARGE: 'The code is longer than the limit.',
  NUL_BYTE: 'The code contains a NUL character. Remove it.',
  LONE_SURROGATE: 'The code contains an invalid Unicode character. Remove it.',
  WRONG_LANGUAGE: 'This question has no tests for this language.',
};

const cases = {
  case: (n: number) => `Case ${n}`,
  ownInput: 'Your own input',
  input: 'Input',
  expected: 'Expected',
  actual: 'Yours',
  same: 'Expected, and yours',
  differences: 'Where they differ',
  onlyExpected: 'expected',
  onlyActual: 'yours',
  cost: (time: string, memory: string | null) => (memory === null ? time : `${time} · ${memory}`),
  none: 'No run yet. Run shows what your code does on the public cases.',
  nothingPrinted: 'Nothing was printed.',
  rows: (n: number) => counted(n, 'row'),
  cut: 'The first 200 rows are shown.',
  noRows: 'The query returned no rows.',
  nullCell: 'NULL',
  printed: 'Printed',
  errors: 'Error output',
  traceback: 'Traceback',
};

const data = {
  title: 'Data',
  none: 'This question has no data files.',
  tables: 'Tables',
  table: (name: string, rows: number) => `${name} · ${counted(rows, 'row')}`,
  firstRows: (shown: number, of: number) => `The first ${shown} of ${counted(of, 'row')} of the public data.`,
  schema: 'Table definitions',
  simulated: 'Simulated',
  real: 'Real',
  licence: (licence: string) => `Licence: ${licence}`,
  source: (source: string) => `Source: ${source}`,
  original: 'Original data',
  column: 'Column',
  type: 'Type',
  meaning: 'Meaning',
};

const history = {
  none: 'Nothing submitted yet.',
  noneDetail: 'Each submission is kept here with its verdict and its code.',
  noneUnjudged: 'Each submission is kept here with its code.',
  more: 'Load 20 more',
  sent: (instant: string) => dates.dateTime(instant),
  show: 'Show the code',
  of: (instant: string) => ` of ${dates.dateTime(instant)}`,
  hide: 'Hide the code',
  use: 'Use this code again',
};

export const code = {
  verdict,
  groups,
  metric,
  cases,
  data,
  history,
  unavailable,
  unavailableSafe: 'Nothing is lost, and no submission is used up.',
  refusedSource,
  languages: names.languages,
  language: 'Language',
  switched: (language: string) => `${language}: the editor shows its own draft.`,
  files: FILES,
  tabs: { question: 'Question', data: 'Data', submissions: 'Submissions', answer: 'Answer', output: 'Output' },
  outputTabs: { output: 'Output', cases: 'Cases', verdict: 'Verdict' },
  casesPassed: (passed: number, total: number) => `Cases ${passed}/${total}`,
  panes: { task: 'Question and data', answer: 'Your code', output: 'Output' },
  editor: (language: string) => `Code, ${language}`,
  leave: 'Ctrl+M, then Tab, leaves the editor. F6 goes to the next pane.',
  plain: 'Plain text field',
  plainWhy: 'For screen readers and other assistive technology. Remembered on this device.',
  reset: 'Reset',
  resetDone: 'Reset to the starter code. Undo restores your code.',
  undo: 'Undo',
  run: 'Run',
  submit: 'Submit',
  offline: 'Run and Submit are off while you are offline.',
  publicCases: 'Public cases',
  ownInput: 'Own input',
  ownInputLabel: 'Arguments of one call, as a JSON list',
  ownInputHint: 'For example [[1, 2, 3], 0.5].',
  ownInputWrong,
  publicCasesOnTheirWay: 'The public cases are still being generated.',
  limits: (seconds: string, megabytes: number) => `Limits: ${seconds} s of CPU time, ${megabytes} MB of memory.`,
  hidden: 'Hidden cases',
  hiddenGroup: (title: string, points: number) => `${title}: ${counted(points, 'point')}`,
  versionsOf: (first: string) => `${first}: versions and documentation`,
  processRules: 'Only these packages are installed. Programs have no input, no network and start no processes.',
  groupRules: 'The hidden cases of a group are calls in one process.',
  unusable: (language: string, reason: GradingUnavailableReason | null) =>
    `${language} is not graded here now. ${reason === null ? '' : `${unavailable[reason]} `}Your answer is saved.`,
  queued: (place: number) => (place === 1 ? 'Waiting: next in the queue.' : `Waiting: place ${place} in the queue.`),
  queuedSomewhere: 'Waiting in the queue.',
  awaitingCases: 'The cases of this question are still being generated. Your code then runs automatically.',
  running: 'Running…',
  sending: 'Sending…',
  stale: 'The code has changed since.',
  ran: (passed: number, total: number) => `Run finished: ${passed} of ${total} public cases passed`,
  ranOwn: 'Run finished on your own input',
  graded: (words: string) => `Submission graded: ${words}`,
  ranAt: (instant: string) => `Run at ${timeOfDay(instant)}`,
  received: (instant: string, isStale: boolean) =>
    `Received ${timeOfDay(instant)}${isStale ? '; the code has changed since' : ''}`,
  submittedAt: (instant: string) => `Submitted at ${timeOfDay(instant)}`,
  earned: (earned: string, possible: string) => `${earned} of ${possible} points`,
  nothingSubmitted: 'No code was submitted.',
  noVerdict: 'Nothing submitted yet. Submit grades your code on hidden cases.',
  tooMany: (limit: SubmissionLimit, instant: string) => `${usedUp[limit](instant)} Your code is kept.`,
  closed: 'This question no longer accepts code. Code received before still counts.',
  toExplanation: 'Explanation and next question',
  reveal: 'Show the explanation',
  revealWarning:
    'This closes the question: you keep your points, and it accepts no more code. “Try again” starts over.',
  revealConfirm: 'Show it',
  revealCancel: 'Not yet',
  fixed: 'This question is closed and accepts no more code. “Try again” starts over.',
};
