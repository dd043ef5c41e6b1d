import { counted } from './counted';
import { inviting } from './inviting';

/** Deadlines are shown to members in the time zone of their organization. */
const deadline = (instant: string, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    ...{ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' },
    timeZoneName: 'short',
    timeZone,
  }).format(new Date(instant));

const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });
const percent = (share: number): string => `${number.format(share * 100)} %`;

const status = {
  NOT_YET_OPEN: 'Not open yet',
  INVITED: 'Invited',
  OPENED: 'Opened',
  CHECKED_IN: 'Checked in',
  STARTED: 'Started',
  SUBMITTED: 'Submitted',
  DECLINED: 'Declined',
  EXPIRED: 'Expired',
  WITHDRAWN: 'Withdrawn',
};

const failure = {
  BAD_ADDRESS: 'No mail server accepts this address. Correct it by inviting the right one.',
  REFUSED: 'The mail server of the address does not accept it: the mailbox may not exist.',
  REJECTED: 'The mail server of the address rejected the message.',
  NOT_DELIVERED: 'No mail server accepted the message in 22 hours.',
  NO_SERVER: 'This installation sends no mail.',
  INTERNAL: 'The mail failed on our side. Send it again.',
};

const table = {
  label: 'Invitations',
  candidate: 'Candidate',
  status: 'Status',
  deadline: 'Start until',
  allowance: 'Time allowance',
  mail: 'Mail',
  points: 'Points',
  since: (day: string) => `since ${day}`,
  opens: (when: string) => `opens ${when}`,
  noAllowance: 'None',
  allowanceOf: (extraTime: number, breakMinutes: number) =>
    [
      ...(extraTime > 0 ? [`${percent(extraTime)} more time`] : []),
      ...(breakMinutes > 0 ? [`${counted(breakMinutes, 'minute')} of breaks`] : []),
    ].join(', '),
  pointsOf: (earned: number, possible: number) => `${number.format(earned)} of ${number.format(possible)}`,
  pending: (points: number) => `${number.format(points)} not awarded yet`,
  notDelivered: 'Mail not delivered',
  waiting: 'Waits to be sent',
  sent: (day: string) => `Sent ${day}`,
  reminded: (day: string) => `Reminded ${day}`,
  byLink: 'Link to pass on',
  byPublicLink: 'Came by a public link',
  select: (name: string) => `Select ${name}`,
  selectAll: (n: number) => `Select all ${n} shown`,
  actions: (name: string) => `Actions for ${name}`,
  more: (n: number) => `Load ${n} more`,
  shown: (n: number) => `${counted(n, 'invitation')} shown`,
};

const acts = {
  group: 'Act on the selected invitations',
  selected: (n: number) => `${number.format(n)} selected`,
  clear: 'Clear selection',
  remind: 'Remind',
  extend: 'Extend',
  withdraw: 'Withdraw',
  copyLinks: 'Copy links',
  copyLink: 'Copy link',
  resend: 'Send again',
  newLink: 'New link',
  allowance: 'Time allowance',
  merge: 'Merge with another record',
  erase: 'Data of the person',
  erased: 'The data was deleted. Scores stay as numbers of nobody.',
  reminded: (n: number, asked: number) =>
    n === asked
      ? `${counted(n, 'person')} reminded.`
      : `${counted(n, 'person')} reminded. ${number.format(asked - n)} left out: reminded before, started, or past the deadline.`,
  extended: (n: number, asked: number, until: string) =>
    n === asked
      ? `${counted(n, 'invitation')} extended until ${until}.`
      : `${counted(n, 'invitation')} extended until ${until}. ${number.format(asked - n)} left out: started, declined or withdrawn.`,
  withdrawn: (n: number, asked: number) =>
    n === asked
      ? `${counted(n, 'invitation')} withdrawn.`
      : `${counted(n, 'invitation')} withdrawn. ${number.format(asked - n)} left out: started or declined.`,
  resent: (name: string) => `${name} has a new link. The earlier one no longer works.`,
  closed: (name: string, now: keyof typeof status) =>
    now === 'EXPIRED'
      ? `The time to start has passed for ${name}. Extend it first.`
      : `Nothing was sent: the invitation of ${name} is now "${status[now]}".`,
  copied: (n: number, asked: number) =>
    n === asked
      ? `${counted(n, 'link')} copied.`
      : `${counted(n, 'link')} copied. ${number.format(asked - n)} have theirs in a mail or came by a public link.`,
  noLinks: 'The links of these people are in their mails alone. "Send again" makes a new one.',
  notCopied: 'The browser did not allow copying. "Download CSV" has the links too.',
};

const dialog = {
  keep: 'Cancel',
  close: 'Close',
  extendTitle: (n: number) => `Extend ${counted(n, 'invitation')}`,
  extendWhat: 'People may start until this time. Running attempts keep their own end.',
  extendAct: 'Extend',
  withdrawTitle: (n: number) => `Withdraw ${counted(n, 'invitation')}?`,
  eraseTitle: (name: string) => `Data of ${name}`,
  eraseWhat:
    'Deletes name, addresses, mails, answers, code, what was recorded, messages and what reviewers wrote, in all assessments of the organization. A running attempt ends. It cannot be undone.',
  eraseFiles: 'The person can have a copy first:',
  eraseJson: 'All data as JSON',
  eraseZip: 'All data with programs and drawings as files (ZIP)',
  eraseSure: 'I want to delete it',
  eraseAct: 'Delete the data',
  withdrawWhat:
    'Their links stop working now, and this cannot be undone. Who has started keeps the attempt. You can invite the same people again.',
  withdrawAct: 'Withdraw',
  allowanceTitle: (name: string) => `Time allowance of ${name}`,
  allowanceWhat:
    'For every assessment of your organization that starts from now on. Only those who may invite see it; reports never do.',
  extraTime: 'Extra time, in percent',
  extraTimeHow: '25 is a quarter more. 0 to 400.',
  breaks: 'Breaks, in minutes',
  breaksHow: 'In total in one attempt; the clock stands still. 0 to 240.',
  save: 'Save',
  saved: (name: string) => `Time allowance of ${name} saved.`,
  mergeTitle: (name: string) => `Merge ${name} with another record`,
  mergeWhat: 'For one person who has two addresses. Find the record to keep.',
  mergeSearch: 'Name or address of the other record',
  mergeFind: 'Find',
  mergeNone: 'No other record has words that begin like this.',
  mergeChoose: (name: string) => `Keep ${name}`,
  mergeHas: (invitations: number, attempts: number) =>
    `${counted(invitations, 'invitation')}, ${counted(attempts, 'attempt')}`,
  mergeMoves: (invitations: number, attempts: number, from: string, into: string) =>
    `${counted(invitations, 'invitation')} and ${counted(attempts, 'attempt')} of ${from} move to ${into}, and the address of ${from} leads there from now on. The larger time allowance is kept. This cannot be undone.`,
  mergeAct: 'Merge',
  mergeBack: 'Choose another',
  mergeBothTake: (title: string) =>
    `Not merged: both records take “${title}” at this moment. Merge them once one of the two attempts has ended.`,
  merged: (into: string) => `One record now: ${into}`,
};

const publicLinks = {
  title: 'Public links',
  what: 'Anyone with the link can take a seat, up to a number of people. A seat counts once the person has verified their address.',
  none: 'There is no public link.',
  create: 'Create a public link',
  cap: 'Seats',
  capHow: '1 to 10,000.',
  opensAt: 'Opens',
  closesAt: 'Closes',
  optional: 'Optional.',
  make: 'Create',
  created: 'The public link is created.',
  needsMail:
    'This installation sends no mail, so nobody could verify an address. Invite people by links to pass on instead.',
  taken: (taken: number, cap: number) => `${number.format(taken)} of ${number.format(cap)} seats taken`,
  status: { NOT_YET_OPEN: 'Not open yet', OPEN: 'Open', FULL: 'Full', CLOSED: 'Closed', WITHDRAWN: 'Withdrawn' },
  withdrawn: 'The public link is withdrawn.',
  copy: 'Copy link',
  copied: 'Copied',
  linkNamed: (day: string) => `Public link of ${day}`,
  of: (act: string, name: string) => `${act}: ${name}`,
  withdraw: 'Withdraw',
  withdrawSure:
    'Nobody can use the link any more. People who came through it keep their invitations. This cannot be undone.',
  window: (opens: string | null, closes: string | null) =>
    [...(opens ? [`from ${opens}`] : []), ...(closes ? [`until ${closes}`] : [])].join(' '),
};

export const candidateInvitations = {
  title: 'Invitations',
  invite: 'Invite people',
  csv: 'Download CSV',
  none: 'Nobody is invited yet',
  noneHow: 'Invite one person, paste a list, or choose a CSV file. You see each line before anything is sent.',
  noneRecruiter: 'People who are invited appear here with their status.',
  noneFound: 'No invitation matches this filter.',
  clearFilter: 'Clear the filter',
  filter: 'Filter by status',
  all: (n: number) => `All ${number.format(n)}`,
  count: (name: string, n: number) => `${name} ${number.format(n)}`,
  undelivered: 'Mail not delivered',
  search: 'Find a candidate',
  searchHint: 'Name or address',
  deadline,
  status,
  failure,
  table,
  acts,
  dialog,
  publicLinks,
  inviting,
};
