import { counted } from './counted';

const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

/** Marks of direction, and letters of scripts that are written from right to left. */
const TURNING = /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff]/;

/** A text that was pasted, which must not turn the words after it. */
const isolated = (text: string): string => (TURNING.test(text) ? `\u2068${text}\u2069` : text);

const expected = {
  email: 'write it like name@example.org',
  name: 'write each word in one alphabet, without invisible characters',
  extraTime: 'write percent, as 25 for a quarter more',
  breakMinutes: 'write whole minutes, as 15',
};

/** The words of the drawer in which people are invited. */
export const inviting = {
  title: 'Invite people',
  name: 'Name',
  email: 'E-mail',
  extraTime: 'Extra time, %',
  breakMinutes: 'Breaks, minutes',
  addOne: 'Add',
  list: 'List',
  listHow:
    'Addresses, "Name <address>", or rows copied from a spreadsheet. A header may name the columns: name, e-mail, extra time, breaks.',
  addList: 'Read the list',
  file: 'Choose a CSV file',
  drop: 'or drop it here',
  fileTooLarge: (mb: number) => `The file has more than ${mb} MB. Split it, and add the parts one after another.`,
  tooMany: (n: number, most: number) =>
    `That would be ${counted(n, 'person')}; at most ${number.format(most)} are sent at once. Nothing was added.`,
  nobodyFound: 'There is no address in it.',
  added: (n: number) => `${counted(n, 'person')} added.`,
  people: 'People to invite',
  ready: (n: number) => `${number.format(n)} ready`,
  toFix: (n: number) => `${number.format(n)} to fix`,
  repeated: (n: number) => `${number.format(n)} repeated`,
  invited: (n: number) => `${number.format(n)} already invited`,
  taken: (n: number) => `${number.format(n)} took it before`,
  checking: (n: number) => `${number.format(n)} being checked`,
  sent: (n: number) => `${number.format(n)} sent`,
  mayRetake: 'Also invite people who have taken this assessment before',
  checkFailed: 'The list could not be checked to its end.',
  checkAgain: 'Check again',
  columns: { line: 'Line', state: 'State', remove: 'Remove' },
  state: {
    checking: 'Being checked',
    toFix: 'To fix',
    repeated: (line: number | null) => (line === null ? 'Repeated' : `Same as line ${line}`),
    invited: 'Already invited',
    taken: 'Took it before',
    ready: 'Ready',
    sent: 'Sent',
  },
  fieldOf: (field: string, line: number | null) => (line === null ? field : `${field}, line ${line}`),
  found: (found: string, wanted: string) => (found === '' ? `Empty: ${wanted}.` : `"${isolated(found)}": ${wanted}.`),
  expected,
  tooLong: (limit: number) => `at most ${limit} characters`,
  atMost: (limit: number) => `at most ${limit}`,
  atLeast: (limit: number) => `at least ${limit}`,
  remove: 'Remove',
  removeOne: (who: string) => `Remove ${who}`,
  clear: 'Remove all',
  edit: 'Edit',
  editOne: (who: string) => `Edit ${who}`,
  moreRows: (n: number, hidden: number) => `Show ${n} more of ${number.format(hidden)}`,
  allowanceHow:
    'Empty cells keep the allowance that a person has. If only one of the two is filled, the other becomes 0.',
  window: 'Time to start',
  opensAt: 'Opens',
  opensHow: 'Empty: at once.',
  expiresAt: 'Start until',
  expiresHow: 'At this time it is too late to start.',
  inZone: (timeZone: string) => `Times are those of ${timeZone}, the time zone of your organization.`,
  wrongTime: 'Write a day and a time.',
  past: 'Choose a later time: it has passed, or is before the opening.',
  tooLate: 'At most a year from now.',
  how: 'How the links reach people',
  byMail: 'By mail',
  byMailHow:
    'Each person gets a mail with their own link and a calendar entry. Mails leave 10 s after the last was queued.',
  byLink: 'As links to pass on',
  byLinkHow: 'No mail is sent. You get one link per person to copy or to download as CSV.',
  noMail: 'This installation sends no mail: you get one link per person to copy or to download as CSV.',
  send: (n: number) => `Send ${number.format(n)}`,
  make: (n: number) => `Make ${counted(n, 'link')}`,
  nobody: 'Nobody in the list can be invited yet.',
  sendRest: (n: number) => `Send the other ${number.format(n)}`,
  stop: 'Stop',
  stopped: (n: number) => `Stopped. ${counted(n, 'person')} not sent yet. Sending goes on where it stopped.`,
  interrupted: (n: number) =>
    `Sending was interrupted. ${counted(n, 'person')} not sent yet. Nobody gets a second mail when you go on.`,
  progress: (done: number, all: number) => `${number.format(done)} of ${number.format(all)} sent`,
  sending: 'Sending',
  downloadToFix: (n: number) => `Download the ${number.format(n)} to fix`,
  done: (n: number) => `${counted(n, 'invitation')} sent.`,
  doneLinks: (n: number) => `${counted(n, 'link')} made.`,
  undone: (n: number) => `${counted(n, 'invitation')} withdrawn. The list is as it was.`,
  undoFailed: 'Not all could be withdrawn. Select them in the table to withdraw them.',
  links: 'Links to pass on',
  linkOf: (email: string) => `Link of ${email}`,
  copyAll: 'Copy all',
  copied: 'Copied',
  notCopied: 'The browser did not allow copying. Download the links instead.',
  downloadLinks: 'Download links as CSV',
  notPublished: 'No version is published yet. Publish one, then invite.',
  onItsWay:
    'The hidden data of the version is still being made. You can prepare the list; send it when the version is ready.',
  toPublish: 'To publishing',
  archived: 'This assessment is archived. Restore it to invite people.',
  another: 'Invite more people',
};
