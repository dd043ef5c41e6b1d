export const account = {
  signIn: {
    title: 'Sign in',
    act: 'Sign in',
    other: 'No account yet?',
    otherAct: 'Make an account',
    guest:
      'You have practised in this browser as a guest. Signing in to an account you already have leaves that work behind; making an account keeps it.',
  },
  signUp: {
    title: 'Make an account',
    act: 'Make the account',
    why: 'It keeps your answers, submissions and progress, on every device. Practising works without one.',
    other: 'You have an account?',
    otherAct: 'Sign in',
    guest: 'What you have practised in this browser as a guest becomes part of the account.',
  },
  displayName: 'Name',
  displayNameHint: 'As you want to be called here.',
  email: 'E-mail',
  password: 'Password',
  newPasswordHint: '10 characters or more. A few words in a row are easy to keep.',
  showPassword: 'Show the password',
  refused: 'The address and the password do not belong together. Check both; capital letters count.',
  refusedNew:
    'This address cannot be used with this password. If it has an account, sign in with the password of that account.',
  already: (name: string) => `You are signed in as ${name}.`,
  goOn: 'Go on',
};
