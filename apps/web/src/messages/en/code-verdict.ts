import type { TimeLimitKind, VerdictKind } from '../../generated/operations';
import { counted } from './counted';

const verdicts: Readonly<Record<VerdictKind, string>> = {
  PASSED: 'Passed',
  WRONG_ANSWER: 'Wrong answer',
  TIME_LIMIT: 'Time limit exceeded',
  MEMORY_LIMIT: 'Memory limit exceeded',
  OUTPUT_LIMIT: 'Output limit exceeded',
  CRASHED: 'Runtime error',
  EXITED_EARLY: 'Exited without an answer',
  FORBIDDEN_CALL: 'Forbidden call',
  INVALID_ANSWER: 'Unreadable answer',
  MUTATED_INPUT: 'Argument changed',
  FORBIDDEN_IMPORT: 'Forbidden import',
  NOT_RUN: 'Not run',
  NOT_GRADED: 'Not graded',
};

const timeLimits: Readonly<Record<TimeLimitKind, (limit: string) => string>> = {
  CPU: (limit) =>
    `Stopped at the ${limit} CPU time limit. Do less work: fewer passes over the data, vectorized operations instead of loops.`,
  WALL: (limit) =>
    `Stopped at the ${limit} wall-clock limit: the program mostly waited. Remove code that sleeps or waits for input.`,
  TOTAL: (limit) =>
    `Stopped at ${limit}, the time limit for all cases together. Do less work in each, and remove code that sleeps.`,
};

export const verdict = {
  kinds: verdicts,
  /** On a model question, in place of "Wrong answer". */
  belowPass: 'Pass line or limit missed',
  reason: (reason: string) => `${reason.charAt(0).toUpperCase()}${reason.slice(1).replace(/\.$/, '')}.`,
  crashed: (error: string) => `Runtime error: ${error}.`,
  crashedUnseen: (error: string) => `Runtime error: ${error}. Run it on similar input to see the line.`,
  timeLimit: (limit: string, clock: TimeLimitKind) => timeLimits[clock](limit),
  memoryLimit: (limit: string) =>
    `Stopped at the memory limit of ${limit}. Keep less in memory at a time: avoid copies and tables of all pairs.`,
  outputLimit: (limit: string) =>
    `Stopped at the output limit of ${limit}. Print less, and return only what is asked for.`,
  exitedEarly: 'The program exited before it returned an answer. Return the answer, and call nothing that exits.',
  forbiddenCall:
    'The program used a call that the sandbox forbids: network, processes or other files. Use only what the function receives.',
  mutatedInput: (argument: string | null) =>
    `The function changed ${argument ?? 'one of its arguments'}, which this question forbids. Work on a copy: list(values), dict(row), structuredClone(value).`,
  forbiddenImport: (name: string | null) =>
    `The program imports ${name ?? 'a module that this question forbids'}${name === null ? '' : ', which this question forbids'}. Write that part yourself.`,
  notRun:
    'Earlier groups used up the limits of this submission, so this one was not run and earns no points. Fix those first.',
  notGraded: 'Our grader failed, not your code. It costs you no submission. Submit it again.',
  line: (line: number) => `Line ${line}`,
  instant: 'under 0.01 s',
  seconds: (seconds: string) => `${seconds} s`,
  megabytes: (megabytes: string) => `${megabytes} MB`,
  kilobytes: (kilobytes: string) => `${kilobytes} kB`,
};

export const groups = {
  title: 'Groups of hidden cases',
  summary: (passed: number, total: number) => `${passed} of ${total} groups passed`,
  hint: 'Hint',
  group: 'Group',
  cases: 'Cases',
  points: 'Points',
  time: 'Of the time limit',
  memory: 'Of the memory limit',
  /** Shown once all groups passed. */
  quarters: (quarters: number) => `up to ${quarters * 25} %`,
  of: (passed: number, total: number) => `${passed} of ${total}`,
  unknown: '–',
};

const metricNames: Readonly<Record<string, string>> = {
  average_precision: 'Average precision',
  roc_auc: 'ROC AUC',
  mae: 'Mean absolute error',
  rmse: 'Root mean squared error',
  accuracy: 'Accuracy',
  f1_macro: 'Macro F1',
  log_loss: 'Log loss',
  r2: 'R²',
  pinball: 'Quantile loss',
  ndcg: 'NDCG',
  recall_at_capacity: 'Recall at capacity',
  calibration_error: 'Calibration error',
  false_positive_rate: 'False positive rate',
};

export const metric = {
  name: (name: string) => metricNames[name] ?? name,
  pass: (value: string) => `pass ${value}`,
  stretch: (value: string) => `stretch ${value}`,
  detail: (n: number, unit: string) =>
    `The 95\u00a0% interval is a bootstrap over ${counted(n, unit === 'rows' ? 'row' : unit)}.`,
  words: (name: string, value: string, low: string, high: string) => `${name}: ${value} (${low}–${high})`,
  baseline: (value: string) => `◇ baseline ${value}`,
  reference: (value: string) => `◆ reference ${value}`,
  spread: (spread: string, limit: string) =>
    `This is the median of three runs; they differ by ${spread}, at most ${limit} is allowed.`,
  guards: 'Further limits',
  guard: (title: string, name: string, value: string) => `${title}: ${name} ${value}.`,
  atMost: (limit: string) => `At most ${limit} is allowed.`,
  atLeast: (limit: string) => `At least ${limit} is needed.`,
  kept: 'Met',
  broken: 'Not met',
  lowerIsBetter: 'Lower is better.',
  higherIsBetter: 'Higher is better.',
  target: (name: string, pass: string, stretch: string) => `Graded by ${name}: pass ${pass}, stretch ${stretch}.`,
};
