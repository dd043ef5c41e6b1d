import { counted } from './counted';
import { timeOfDay } from './dates';

const two = (n: number): string => String(n).padStart(2, '0');

type Sent = { readonly sentAt: string; readonly isToAll: boolean; readonly readAt: string | null };

const shown: Readonly<Record<string, (count: number) => string>> = {
  all: (count) => `All ${count}`,
  calls: (count) => `Calls for help ${count}`,
  'not-connected': (count) => `Not connected ${count}`,
  ended: (count) => `Ended ${count}`,
};

const empty = {
  ALL: {
    title: 'Nobody takes this assessment now',
    detail:
      'From the start of an attempt until 15 minutes after its end, you see here where each candidate is, the time left, and calls for help.',
  },
  CALLS: { title: 'No open calls for help', detail: 'A call stays here until you answer it or close it.' },
  NOT_CONNECTED: {
    title: 'Everyone is connected',
    detail:
      'Who runs and was not heard of for 45 seconds appears here. Answers are kept on the candidate’s device meanwhile.',
  },
  ENDED: { title: 'Nobody has ended in the last 15 minutes', detail: 'Earlier attempts are under Invitations.' },
};

/** What an act did, of how many chosen ones; null for all. */
const outcome = (did: (people: string) => string, none: string) => (count: number, of: number | null) => {
  if (count === 0) return none;
  return of === null || of === count
    ? `${did(counted(count, 'candidate'))}.`
    : `${did(`${count} of ${of} candidates`)}: the attempts of the others have ended.`;
};

const NOT_SENT = 'Not sent: no attempt runs any more.';
const NOT_GIVEN = 'No time was added: no attempt runs any more.';

const writing = {
  write: 'Message',
  writeAll: 'Message to all',
  addTime: 'Add time',
  addTimeAll: 'Add time for all',
  incident: 'Tell all and add time',
  read: 'Messages',
  all: (running: number) => `all who are taking it (${running})`,
  chosen: (count: number) => counted(count, 'candidate'),
  titles: {
    message: (whom: string) => `Message to ${whom}`,
    time: (whom: string) => `Add time for ${whom}`,
    both: (whom: string) => `Tell ${whom}, and add time`,
  },
  text: 'Message',
  textHint: 'It appears on the candidate’s page at once, under the name of the organization.',
  addedMinutes: 'Minutes to add',
  reason: 'Reason',
  reasonHint: 'Kept with the attempt. The candidate sees the time, not the reason; recruiters see neither.',
  acting: { message: 'Send', time: 'Add time', both: 'Send and add time' },
  cancel: 'Cancel',
  done: {
    message: outcome((people) => `Sent to ${people}`, NOT_SENT),
    time: outcome((people) => `Time added for ${people}`, NOT_GIVEN),
    both: outcome((people) => `Sent to ${people}, with the time`, NOT_SENT),
  },
  cannotWrite: (email: string) => `The attempt has ended, so messages no longer reach the page. Write to ${email}.`,
  thread: (name: string) => `Messages with ${name}`,
  from: (name: string, { sentAt }: Sent) => `${name}, ${timeOfDay(sentAt)}`,
  sent: ({ sentAt, isToAll, readAt }: Sent) =>
    `${isToAll ? 'To everyone' : 'Sent'} ${timeOfDay(sentAt)}, ${readAt === null ? 'not read yet' : `read ${timeOfDay(readAt)}`}`,
  withoutWords: 'Called for help, without words.',
};

const today = {
  title: 'Running now',
  running: (count: number) => `${counted(count, 'candidate')} taking it`,
  calls: (count: number) => counted(count, 'call') + ' for help',
};

/** Watching over running attempts. */
export const live = {
  ...writing,
  title: 'Live',
  label: 'Running attempts',
  filter: 'Show',
  shown,
  empty,
  today,
  candidate: 'Candidate',
  place: 'Where',
  connection: 'Connection',
  time: 'Time left',
  messages: 'Messages',
  called: (at: string) => `Called for help ${timeOfDay(at)}`,
  item: (position: number, of: number) => `Item ${position} of ${of}`,
  nowhere: 'On no item',
  answered: (count: number, of: number) => `${count} of ${of} answered`,
  connected: 'Connected',
  notConnected: 'Not connected',
  seen: (at: string) => `Last seen ${timeOfDay(at)}`,
  notSeen: 'No page opened yet',
  ended: (at: string, by: string | null) =>
    by === 'CLOCK' ? `Time was up at ${timeOfDay(at)}` : `Submitted ${timeOfDay(at)}`,
  minutes: (minutes: number) => `${minutes} min`,
  fine: (minutes: number, seconds: number) => `${minutes}:${two(seconds)}`,
  timeUp: 'Time is up',
  noLimit: 'No limit',
  given: (minutes: number) => `${minutes} min given`,
  unread: (count: number) => `${count} not read yet`,
  select: (name: string) => `Select ${name}`,
  selectAll: (count: number) => `Select all ${count} on this page`,
  selected: (count: number) => `${count} selected`,
  selectedActs: 'With those selected',
  clear: 'Clear',
  acts: (name: string) => `Actions for ${name}`,
  closeCall: 'Close the call',
  closed: (name: string) => `The call of ${name} is closed.`,
  firstPage: 'First page',
  nextPage: 'Next 50',
  unreachable: 'The server cannot be reached. This page tries again every 5 seconds.',
  stale: (at: string) => `The server cannot be reached. This is how it was at ${timeOfDay(at)}.`,
};
