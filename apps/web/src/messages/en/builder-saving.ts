import { counted } from './counted';
import { dates, timeOfDay } from './dates';

const someone = (who: string | null) => who ?? 'A former member';

export const saving = {
  saved: (at: string) => `Saved ${timeOfDay(at)}`,
  saving: 'Saving…',
  waiting: 'Not saved: no connection. Your changes are kept in this browser, and sent when the server answers.',
  conflict: 'Not saved: another version was saved meanwhile.',
  first: 'Your last changes are not saved yet. Save them first.',
  refused: (what: string) => `Not saved: ${what}`,
  failed: (what: string) => `Not saved: ${what}`,
  retry: 'Try again',
  leaveTitle: 'Leave with unsaved changes?',
  leave: 'The last changes could not be saved. They are kept in this browser and are here when you return.',
  stay: 'Stay here',
  go: 'Leave',
};

export const conflict = {
  two: 'Two versions',
  says: (who: string | null, at: string) =>
    `${someone(who)} saved another version at ${timeOfDay(at)}. Yours is kept, and not saved yet.`,
  takenOver: (who: string | null, at: string) =>
    `${someone(who)} saved a newer version at ${timeOfDay(at)}. It is shown; Undo brings the earlier one back.`,
  compare: 'Compare and choose',
  title: 'Two versions of this draft',
  mine: 'What you changed',
  theirs: (who: string | null, at: string) => `What ${someone(who)} changed, saved at ${timeOfDay(at)}`,
  differs: 'What differs from your version',
  none: 'Nothing',
  noBase: 'The version that both were made from is gone, so they cannot be merged.',
  merge: 'Merge both',
  mergeHow: 'Merging keeps the changes of both. Where both changed the same, choose:',
  mergeClean: 'Merging keeps the changes of both. Nothing was changed by both.',
  keepMine: 'Keep mine',
  takeTheirs: 'Take theirs',
  stays: 'The version that is not used stays in the history.',
  yours: (value: string) => `Yours: ${value}`,
  other: (value: string) => `Theirs: ${value}`,
  was: (before: string, after: string) => `${before} → ${after}`,
  added: (what: string) => `${what} added`,
  removed: (what: string) => `${what} removed`,
  isRemoved: 'removed',
  isChanged: 'changed and kept',
  reordered: 'reordered',
  change: (place: string | null, field: string, value: string) =>
    place === null ? `${field}: ${value}` : `${place}, ${field.toLowerCase()}: ${value}`,
  place: (place: string | null, field: string) => (place === null ? field : `${place}: ${field.toLowerCase()}`),
  merged: 'Both versions are merged.',
  took: 'The other version is shown.',
  kept: 'Your version is being saved.',
};

export const history = {
  title: 'History of the draft',
  lead: 'Every save is kept. Bringing a version back saves it as the newest one; nothing is deleted.',
  by: (at: string, who: string | null) => `${dates.dateTime(at)}, ${someone(who)}`,
  facts: (questions: number, minutes: number) => `${counted(questions, 'question')}, ${minutes} min`,
  current: 'Current',
  refused: 'Not used: another version had been saved before it',
  show: 'Show',
  hide: 'Hide',
  of: (at: string) => ` the version of ${dates.dateTime(at)}`,
  differs: 'What it has differently from the draft now',
  same: 'It is the same as the draft now.',
  bringBack: 'Bring back',
  broughtBack: 'The earlier version is back and saved as the newest.',
  more: 'Show older versions',
  failed: 'The history could not be loaded.',
};
