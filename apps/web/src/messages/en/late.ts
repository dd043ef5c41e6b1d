import { counted } from './counted';
import { dates } from './dates';

const MINUTE_MS = 60_000;

type Times = { readonly closedAt: string; readonly arrivedAt: string };

/** How long after the end an answer arrived, roughly. */
function afterEnd({ closedAt, arrivedAt }: Times): string {
  const minutes = Math.max(1, Math.round((Date.parse(arrivedAt) - Date.parse(closedAt)) / MINUTE_MS));
  if (minutes < 120) return counted(minutes, 'minute');
  const hours = Math.round(minutes / 60);
  return hours < 48 ? counted(hours, 'hour') : counted(Math.round(hours / 24), 'day');
}

const causes = {
  TIME: (times: Times) => `${afterEnd(times)} after the time was up`,
  SUBMITTED: (times: Times) => `${afterEnd(times)} after the candidate had submitted`,
  LEFT: (times: Times) => `${afterEnd(times)} after the candidate had left the question for good`,
} as const;

/** Answers that came after the grace. */
export const late = {
  title: 'Late answers',
  lead: 'What arrives more than 30 seconds after the time is up, for example from a laptop that was offline, is kept and does not count. Candidates are told so. You can let one count, with a reason; recruiters and reviewers do not see this list.',
  back: 'Back to the invitations',
  none: 'No late answers',
  noneDetail: 'An answer that arrives after the time is up appears here, beside the one that counts.',
  list: 'Late answers, newest first',
  question: (position: number, title: string) => `Question ${position}: ${title}`,
  arrived: (cause: keyof typeof causes, times: Times) =>
    `Arrived ${dates.dateTime(times.arrivedAt)}, ${causes[cause](times)}`,
  waiting: 'Does not count',
  admittedBy: (name: string | null, at: string) => `Admitted by ${name ?? 'a former member'}, ${dates.dateTime(at)}`,
  because: (reason: string) => `Reason: ${reason}`,
  compare: 'Compare',
  compareOf: (name: string, position: number) => ` the late answer of ${name} to question ${position}`,
  dialog: (name: string, position: number) => `${name}, question ${position}`,
  counts: 'Counts now',
  countsNothing: 'No answer was saved in time.',
  late: 'Arrived late',
  empty: 'An empty answer.',
  reason: 'Reason',
  reasonHint: 'Kept with the answer. The candidate does not see it.',
  explain: 'Its points are worked out again. The answer that counts now, and its points, stay in the records.',
  admit: 'Let the late answer count',
  cancel: 'Cancel',
  done: (name: string, position: number) => `The late answer of ${name} to question ${position} counts now.`,
  gone: 'Nothing was changed: this answer is no longer kept. A newer one took its place, or the candidate’s data were deleted. Reload the page.',
  more: 'Older ones',
  first: 'Newest ones',
  notice: (count: number) => `${counted(count, 'answer')} arrived after the time was up`,
  look: 'Look at late answers',
};
