import { counted } from './counted';

const two = (n: number) => String(n).padStart(2, '0');

const questions = (positions: readonly number[]) =>
  `${positions.length === 1 ? 'question' : 'questions'} ${positions.join(', ')}`;

const clock = {
  minutes: (minutes: number) => `${minutes} min left`,
  fine: (minutes: number, seconds: number) => `${minutes}:${two(seconds)} left`,
  /** Beside another clock, where there is little room. */
  shortMinutes: (minutes: number) => `${minutes} min`,
  shortFine: (minutes: number, seconds: number) => `${minutes}:${two(seconds)}`,
  /** As it is spoken. */
  spoken: (minutes: number, seconds: number) =>
    minutes > 0 && seconds > 0
      ? `${counted(minutes, 'minute')} ${counted(seconds, 'second')} left`
      : `${minutes > 0 ? counted(minutes, 'minute') : counted(seconds, 'second')} left`,
  /** The clock of a section, or of all beside one. */
  named: (name: string, time: string) => (name === '' ? time : `${name}: ${time}`),
  section: 'Section',
  whole: 'All',
  hidden: 'Time hidden',
  hide: 'Hide',
  hideTime: 'Hide time',
  show: 'Show',
  showTime: 'Show time',
  none: 'No clock',
};

/** Texts that quizzes and assessments share while they run. */
export const sitting = {
  clock,
  items: 'Items',
  itemLabel: (position: number, of: number, state: string) => `Item ${position} of ${of}, ${state}`,
  states: { answered: 'answered', empty: 'empty', flagged: 'flagged' },
  itemTitle: (position: number, title: string) => `${position}. ${title}`,
  heading: (position: number, of: number) => `Question ${position} of ${of}`,
  flag: 'Flag',
  flagged: 'Flagged',
  unflagged: 'Flag removed',
  previous: 'Previous',
  next: 'Next',
  review: 'Review',
  unsent: (count: number) =>
    `Not submitted: ${counted(count, 'answer')} not yet received by the server, kept on this device. Check the connection, then submit again.`,
  twoVersions: (positions: readonly number[]) =>
    `Not submitted: ${questions(positions)} ${positions.length === 1 ? 'has' : 'have'} two versions of the answer. Open ${positions.length === 1 ? 'it' : 'each'} and choose one.`,
  refused: (positions: readonly number[]) =>
    `Not submitted: your last change to ${questions(positions)} could not be saved. What was saved before counts. Change it, or submit again without it.`,
  timeUp: 'Time is up.',
};
