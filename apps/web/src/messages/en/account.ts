export const account = {
  signIn: {
    title: 'Sign in',
    act: 'Sign in',
    other: 'No account yet?',
    otherAct: 'Create an account',
    guest:
      'You have practised in this browser as a guest. Signing in to an existing account does not keep that work; creating an account does.',
  },
  signUp: {
    title: 'Create an account',
    act: 'Create account',
    why: 'An account keeps your answers, submissions and progress on every device. You can practise without one.',
    other: 'Already have an account?',
    otherAct: 'Sign in',
    guest:
      'What you have practised in this browser as a guest becomes part of the account. Without one it is deleted after a limited time, normally 90 days.',
  },
  displayName: 'Name',
  displayNameHint: 'How your name is shown here.',
  email: 'E-mail',
  password: 'Password',
  newPasswordHint: 'At least 10 characters. Several words in a row are easy to remember.',
  showPassword: 'Show password',
  refused: 'This e-mail address and password do not match. Check both; upper and lower case matter in the password.',
  refusedNew:
    'No account was created. If this address already has an account, sign in with the password of that account.',
  forgotten: 'Forgotten the password?',
  already: (name: string) => `You are signed in as ${name}.`,
  goOn: 'Continue',
};
