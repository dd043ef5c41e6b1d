import { counted } from './counted';

export const errors = {
  signedOut: 'You are signed out. Saved work is kept. Sign in, then try again.',
  forbidden: 'Your role does not include this. An administrator of the organization can change your role.',
  notFound: 'Not found, or your account has no access to it.',
  badInput: 'The server could not read what this page sent. Nothing was changed. Reload the page.',
  conflict: 'This was changed elsewhere in the meantime. Reload to see the current version.',
  tooOften: (minutes: number) =>
    `Too many requests in a short time. Nothing is lost. Try again in ${counted(minutes, 'minute')}.`,
  offline: 'You are offline. Saved work is safe. Answers are kept on this device and sent when you are back.',
  unreachable:
    'The server could not be reached. If other sites open, the failure is ours. Saved work is safe, and answers are kept on this device until they are sent.',
  internal: (id: string | undefined) =>
    id ? `This failed on our side. Nothing was changed. Error id: ${id}` : 'This failed on our side. Try again.',
};

export const notFound = {
  title: 'Page not found',
  detail: 'The address may be mistyped, the page may have been removed, or your account may have no access to it.',
  maybeSignedOut: 'You are not signed in. Pages of an organization are shown to its members only.',
  signIn: 'Sign in',
  toQuestions: 'All questions',
};

export const signInFirst = {
  title: 'Sign in to see this',
  detail: 'This page belongs to an account. After you sign in, you come back here.',
  signIn: 'Sign in',
};
