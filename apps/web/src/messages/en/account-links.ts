/** Links to a mailbox: sign-up, a new password, an address. */
export const accountLinks = {
  sent: {
    title: 'Check your mail',
    signUp: (email: string) => `A message is on its way to ${email}. Open its link to finish creating your account.`,
    reset: (email: string) =>
      `If an account has the address ${email}, a message with a link is on its way. The link works for one hour.`,
    spam: 'Nothing there after a few minutes? Look in the spam folder, and check the address.',
    local: 'This installation keeps its mail on this machine.',
    mailbox: 'Open the mailbox',
    again: 'Use another address',
  },
  reset: {
    title: 'Set a new password',
    why: 'Enter the address of your account. You get a link with which you set a new password.',
    act: 'Send the link',
    off: 'This installation does not send mail. Ask the people who run it to set a new password for you.',
    back: 'Back to signing in',
  },
  newPassword: {
    title: 'Set a new password',
    why: 'You are then signed out on every device, and sign in with the new password.',
    label: 'New password',
    act: 'Set the password',
    done: 'The new password is set.',
    doneDetail: 'All sessions of the account were ended. Sign in with the new password.',
    signIn: 'Sign in',
  },
  confirm: {
    title: 'Finish creating your account',
    why: 'Enter the password that you chose. It shows that you asked for this account.',
    act: 'Create the account',
    refused: 'This is not the password of this sign-up. If you did not sign up, leave this page: no account is made.',
  },
  email: {
    title: 'Confirm your address',
    why: 'Your account then uses the address that this link was sent to.',
    act: 'Use this address',
    done: 'The address is confirmed.',
    doneDetail: 'From now on you sign in with it.',
    toAccount: 'To your account',
    signInFirst: 'Sign in with the account that asked for this link. Then open the link from the message again.',
    signIn: 'Sign in',
  },
  unusable: {
    UNKNOWN: 'No message of ours has this link. Check that the whole link was copied, or ask for a new one.',
    EXPIRED: 'This link has expired. Ask for a new one.',
    USED: 'This link was already used. If that was you, sign in; otherwise ask for a new one.',
    OTHER_ACCOUNT: 'This link was sent for another account. Sign in with that account, then open the link again.',
    ADDRESS_TAKEN: 'Another account has this address. Sign in with that account.',
  },
  noLink: 'Open the link from the message again.',
};
