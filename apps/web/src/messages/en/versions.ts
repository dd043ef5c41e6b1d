import { counted } from './counted';
import { dates, timeOfDay } from './dates';

/** Two versions of an answer, and the earlier ones. */
export const versions = {
  conflict: (at: string) =>
    `Another tab or device saved a different answer at ${timeOfDay(at)}. Yours is kept, and not saved yet.`,
  setAside: (at: string) => `This device has another answer from ${dates.dateTime(at)}. A newer one is shown.`,
  takenOver: (at: string) => `This answer was saved in another tab or on another device at ${timeOfDay(at)}.`,
  two: 'Two versions',
  compare: 'Compare and choose',
  compareTitle: 'Two versions of this answer',
  otherStays: 'The version that you do not choose stays under “Earlier versions”.',
  mayEdit: 'To combine them, close this, edit your answer, then keep it.',
  mine: 'Your version, on this page',
  shown: 'The version shown',
  theirs: (at: string) => `The other version, saved at ${timeOfDay(at)}`,
  left: (at: string) => `The other version, from ${dates.dateTime(at)}`,
  keepMine: 'Keep mine',
  keepShown: 'Keep the one shown',
  useOther: 'Use the other',
  changed: 'changed',
  empty: 'Nothing was answered.',
  history: 'Earlier versions',
  historyLead: 'Saved automatically. Bringing one back saves it as the newest version; nothing is deleted.',
  none: 'Nothing has been saved yet.',
  at: dates.dateTime,
  current: 'Current',
  refused: 'Not used: another version had been saved before it',
  show: 'Show',
  hide: 'Hide',
  of: (at: string) => ` the version of ${dates.dateTime(at)}`,
  bringBack: 'Bring back',
  broughtBack: 'The earlier version is back and saved as the newest.',
  more: 'Show older versions',
  failed: 'They could not be loaded.',
  count: counted,
  chosen: (count: number) => `${count} chosen`,
};
