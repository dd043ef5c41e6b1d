export const issues = {
  missing: 'Fill this in.',
  tooShort: (limit: number) => `At least ${limit} characters.`,
  tooLong: (limit: number) => `At most ${limit} characters.`,
  tooSmall: (limit: number) => `At least ${limit}.`,
  tooLarge: (limit: number) => `At most ${limit}.`,
  tooCommon: 'This one is among the first that are guessed. Choose another.',
  email: 'An address looks like name@example.org.',
  malformed: 'This is not in the form that is needed here.',
  unknown: 'This is not one of the choices.',
};

/** Field names for error messages. */
export const fields: Readonly<Record<string, string>> = {
  displayName: 'Name',
  email: 'E-mail',
  password: 'Password',
  text: 'What you saw',
};
