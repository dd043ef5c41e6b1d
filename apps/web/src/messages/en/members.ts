import { counted, nounFor } from './counted';

const listed = (items: readonly string[]) => new Intl.ListFormat('en').format(items);
const SHOWN = 5;

/** The first few, and the number of the others. */
const someOf = (items: readonly string[]): string =>
  items.length <= SHOWN ? listed(items) : listed([...items.slice(0, SHOWN), `${items.length - SHOWN} more`]);

export const members = {
  title: 'Members',
  rules:
    'A person may have several roles. A change is saved at once, and the person has to sign in again. An organization always has an administrator.',
  search: 'Find a member',
  searchHow: 'Part of a name or an address, then Enter.',
  nobody: 'No member has this in their name or address.',
  more: (n: number) => `Load ${n} more`,
  you: (name: string) => `${name} (you)`,
  rolesOf: (name: string) => `Roles of ${name}`,
  changed: (name: string, roles: readonly string[]) => `${name} is now ${listed(roles)}.`,
  lastAdministrator: (name: string) => `${name} is the only administrator. Make another member an administrator first.`,
  lastIsYou: 'You are the only administrator. Make another member an administrator first.',
  oneRole: (name: string) => `A member has at least one role. To end the membership of ${name}, remove them.`,
  giveUp: 'Stop being an administrator',
  giveUpWhy: 'You will no longer see this page. Another administrator can give the role back to you.',
  keep: 'Keep as it is',
  remove: 'Remove',
  removeOne: (name: string) => `Remove ${name}`,
  removeWhy: (name: string) =>
    `${name} loses access now, on every device. What they did stays. They can be invited again.`,
  removed: (name: string) => `${name} is no longer a member.`,
  waiting: (n: number) => (n === 0 ? 'Invitations' : `${counted(n, 'invitation')} not accepted yet`),
  waitingFor: (addresses: readonly string[]) => someOf(addresses),
  stuck: (n: number) => `${counted(n, 'invitation')} expired or not delivered`,
  noneWaits: 'Invitations that wait for an answer appear here.',
  invitedAs: (roles: readonly string[]) => `Invited as ${listed(roles)}`,
  status: {
    WAITING: 'Not opened yet',
    OPENED: 'Opened, not accepted yet',
    EXPIRED: 'Expired',
    NOT_DELIVERED: 'Mail not delivered',
  },
  until: (when: string) => `Until ${when}`,
  expired: (when: string) => `Since ${when}`,
  resend: 'Send again',
  newLink: 'New link',
  of: (act: string, email: string) => `${act}: ${email}`,
  sentAgain: (email: string) => `${email} has a new link. The earlier one no longer works.`,
  withdraw: 'Withdraw',
  withdrawn: (email: string) => `The invitation of ${email} is withdrawn.`,
  copyLink: 'Copy link',
  linkOf: (email: string) => `Link for ${email}`,
  copied: 'Copied',
  invite: 'Invite people',
  addresses: 'E-mail addresses',
  addressesHow: 'One a line, or separated by commas. At most 50.',
  roles: 'Roles',
  rolesHow: 'What they may do once they have accepted.',
  send: 'Invite',
  cancel: 'Back to the members',
  toMembers: 'See the members',
  inviteMore: 'Invite more people',
  wrongAddresses: (addresses: readonly string[]) =>
    `Write ${nounFor(addresses.length, 'this address')} like name@example.org: ${someOf(addresses)}. Nobody has been invited yet.`,
  tooMany: (remaining: number) =>
    remaining === 0
      ? 'No more people can be invited today. Invitations that are withdrawn or accepted make room.'
      : `${counted(remaining, 'person')} more can be invited now. Nobody has been invited yet.`,
  invited: (n: number, isByLink: boolean) => {
    if (n === 0) return 'Nobody was invited.';
    return isByLink
      ? `${counted(n, 'invitation')} made. This installation sends no mail: copy each link and pass it on. It works for its address alone.`
      : `${counted(n, 'invitation')} sent.`;
  },
  skipped: {
    MEMBER: (email: string) => `${email} is a member already.`,
    INVITED: (email: string) => `${email} has an invitation that waits.`,
  },
  membership: 'Your membership',
  yourRoles: (roles: readonly string[]) => `Your ${nounFor(roles.length, 'role')} here: ${listed(roles)}.`,
  leave: (name: string) => `Leave ${name}`,
  leaveWhat: 'You lose access to its pages and its questions. An administrator can invite you again.',
  leaveNow: 'Leave now',
  stay: 'Stay',
};

export const found = {
  title: 'New organization',
  what: 'You become its administrator. Then you invite colleagues.',
  name: 'Name',
  slug: 'Short name',
  slugHow: (address: string) => `The address will be ${address}`,
  taken: 'Another organization has or had this short name.',
  reserved: 'This word is kept for the product itself.',
  take: (slug: string) => `Use ${slug}`,
  act: 'Create the organization',
  notNow: 'You cannot create an organization now',
  back: 'Back to practice',
  refused: {
    OPERATOR_ONLY:
      'On this installation its operator creates organizations. Ask them, or ask for an invitation to one.',
    ADDRESS_NOT_PROVEN:
      'Confirm your e-mail address first: open the link in the mail that we sent you when you signed up.',
    TOO_MANY: 'You have created several organizations today. Try again tomorrow.',
  },
};

export const organizationSettings = {
  title: 'Organization',
  name: 'Name',
  slugChange: (before: string) => `Links with "${before}" keep working. No other organization can take it.`,
  contactEmail: 'Contact address',
  contactEmailHow: 'Shown to candidates, for questions about their invitation. Optional.',
  timeZone: 'Time zone',
  timeZoneHow: 'Deadlines in mails are written in it.',
  dateLocale: 'Dates are written like',
  save: 'Save',
  saved: 'Saved',
};
