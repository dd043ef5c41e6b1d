const listed = (items: readonly string[]) => new Intl.ListFormat('en').format(items);

export const organization = {
  roles: (roles: readonly string[]) => `Your ${roles.length === 1 ? 'role' : 'roles'} here: ${listed(roles)}.`,
  coming:
    'Building assessments, inviting people, marking and reports are not part of this version. Your membership and roles are already kept for them.',
  practise: 'Practise meanwhile',
};

export const invitation = {
  title: 'Invitation',
  opening: 'Opening the invitation…',
  heading: (name: string) => `${name} invites you`,
  roles: (roles: readonly string[]) => `You would join as ${listed(roles)}.`,
  address: (hint: string) => `The invitation is for the address ${hint}.`,
  until: (when: string) => `It can be accepted until ${when}.`,
  sees: 'Members of the organization see your name and e-mail address, and nothing of what you practise.',
  accept: 'Accept the invitation',
  signIn: 'Sign in to accept',
  signUp: 'Make an account to accept',
  otherAddress: (hint: string) =>
    `The account you are signed in with has another address than ${hint}. Sign out and sign in with that one, or ask for an invitation to this one.`,
  unusable: {
    UNKNOWN: 'This link belongs to no invitation. Check that it was copied whole, or ask for a new one.',
    EXPIRED: 'This invitation has run out. Whoever sent it can send a new one.',
    USED: 'This invitation was already accepted. If that was you, sign in and find the organization in the account menu.',
    WITHDRAWN: 'This invitation was withdrawn. Write to whoever sent it if that surprises you.',
  },
  none: 'No invitation is open in this browser',
  noneDetail: 'Open the link from the e-mail again. Each link opens in the browser where it was clicked.',
};
