const listed = (items: readonly string[]) => new Intl.ListFormat('en').format(items);

export const invitation = {
  title: 'Invitation',
  opening: 'Opening the invitation…',
  heading: (name: string) => `${name} invites you`,
  roles: (roles: readonly string[]) => `You would join as ${listed(roles)}.`,
  address: (hint: string) => `The invitation is for the address ${hint}.`,
  until: (when: string) => `It can be accepted until ${when}.`,
  sees: 'Members of the organization see your name and e-mail address. They do not see what you practise.',
  accept: 'Accept the invitation',
  signIn: 'Sign in to accept',
  signUp: 'Create an account to accept',
  otherAddress: (hint: string) =>
    `You are signed in with an address other than ${hint}. Sign out and sign in with that address, or ask for an invitation to yours.`,
  unusable: {
    UNKNOWN: 'No invitation matches this link. Check that the whole link was copied, or ask for a new one.',
    EXPIRED: 'This invitation has expired. The sender can send a new one.',
    USED: 'This invitation was already accepted. If you accepted it, sign in and open the organization from the account menu.',
    WITHDRAWN: 'This invitation was withdrawn. The sender can tell you why or send a new one.',
  },
  none: 'No invitation is open in this browser',
  noneDetail: 'Open the link from the e-mail again, in this browser.',
};
