export const errors = {
  signedOut: 'You are signed out. Sign in, then do it again: nothing that was saved is lost.',
  forbidden: 'Your role here does not include this. An administrator of the organization can change that.',
  notFound: 'There is nothing here, or nothing that you may see.',
  badInput: 'This page sent something the server could not read. Nothing was changed. Reload the page.',
  conflict: 'Someone changed this in the meantime. Reload to see how it stands now.',
  tooOften: (minutes: number) =>
    `Too many in a short time. Nothing is lost. Do it again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`,
  unreachable: 'The server could not be reached. Nothing is lost. Check the connection, then do it again.',
  internal: (id: string | undefined) =>
    id ? `That failed on our side, and nothing was changed. To quote: ${id}` : 'That failed on our side. Try again.',
};

export const notFound = {
  title: 'Nothing at this address',
  detail: 'The address may be mistyped, the page may be gone, or it may be one that your account cannot see.',
  maybeSignedOut: 'You are not signed in. A page of your organization is shown to its members only.',
  signIn: 'Sign in',
  toQuestions: 'All questions',
};

export const signInFirst = {
  title: 'Sign in to see this',
  detail: 'This page belongs to an account. Signing in comes back here.',
  signIn: 'Sign in',
};
