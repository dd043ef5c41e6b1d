/** The steps of signing in after the e-mail address. */
export const signInSteps = {
  next: 'Continue',
  organization: {
    act: 'Continue with your organization',
    offered: 'Your organization signs its people in through its own provider.',
    required:
      'Your organization asks its members to sign in through its own provider. Administrators may use a password as a way out.',
    password: 'Use a password instead',
  },
  passkey: {
    act: 'Sign in with a passkey',
    refused: 'This passkey is not known here, or its answer came too late. Try again, or sign in in another way.',
    failed: 'No passkey was used. Try again, or sign in in another way.',
  },
  code: {
    title: 'Second step',
    intro: 'Type the six digits that your authenticator app shows now, or one of your recovery codes.',
    label: 'Code',
    act: 'Finish signing in',
    refused: 'This code is wrong, or was used before. Wait for the next one in the app.',
    expired: 'This took more than ten minutes, or was finished elsewhere. Sign in again.',
    again: 'Start again',
  },
  callback: {
    opening: 'Finishing the sign-in…',
    again: 'Back to sign-in',
  },
  faults: {
    NOT_OFFERED: 'No organization here signs people in for the domain of this address. Use a password or a passkey.',
    PROVIDER_DOWN:
      'The provider of your organization does not answer. Nothing was changed. Try again in some minutes, or ask your administrator.',
    EXPIRED:
      'This sign-in was begun more than ten minutes ago, in another browser, or is finished already. Nothing was changed. Start again.',
    ALTERED: 'This answer belongs to another sign-in, so nobody was signed in. Start again from this page.',
    DENIED: 'You, or the provider of your organization, declined the sign-in. Nobody was signed in.',
    CODE_REFUSED: 'The answer of the provider was used before, or is too old. Nobody was signed in. Start again.',
    CLIENT_REFUSED:
      'The provider does not accept the client id or secret that is stored here. An administrator of your organization can correct them.',
    ANSWER_REFUSED:
      'The answer of the provider could not be verified, so nobody was signed in. Start again; if it repeats, tell your administrator.',
    EMAIL_UNVERIFIED:
      'The provider does not say that your e-mail address is verified, so no account was linked. Your administrator can change that at the provider.',
    DOMAIN_UNPROVEN:
      'Your organization has not proven the domain of your e-mail address here, so no account was linked. Its administrator can add the domain.',
  },
};

/** Shown in place of an organization's pages until the session has what the organization requires. */
export const organizationDoor = {
  singleSignOn: {
    title: (name: string) => `Sign in through ${name}`,
    detail: (name: string) => `${name} shows its pages only to members who have signed in through its own provider.`,
    act: 'Continue with your organization',
  },
  secondFactor: {
    title: 'A second factor is needed',
    detail: (name: string) =>
      `${name} asks its members for a second factor. Set up an authenticator app or a passkey; then you come back here. If you have a passkey, sign in again with it.`,
    act: 'Set one up',
  },
};
