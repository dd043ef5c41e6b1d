export const issues = {
  missing: 'Fill this in.',
  tooShort: (limit: number) => `At least ${limit} characters.`,
  tooLong: (limit: number) => `At most ${limit} characters.`,
  tooSmall: (limit: number) => `At least ${limit}.`,
  tooLarge: (limit: number) => `At most ${limit}.`,
  tooCommon: 'This password is easy to guess. Use several unrelated words, without your name or address.',
  looksLikeAnother: 'This name looks like an existing one that is written with other letters. Add a word to it.',
  tooDeep: 'Use fewer levels of lists and objects.',
  reserved: 'This uses a reserved word.',
  email: 'Write the address like name@example.org.',
  name: 'Write each word in one alphabet, without invisible or decorative characters.',
  slug: 'Use lower case letters, digits and single hyphens between them.',
  missingRoles: 'Choose at least one.',
  malformed: 'This does not have the expected format.',
  unknown: 'Choose one of the values offered.',
};

/** Field names for error messages. */
export const fields: Readonly<Record<string, string>> = {
  clientId: 'Client id',
  clientSecret: 'Client secret',
  code: 'Code',
  contactEmail: 'Contact address',
  displayName: 'Name',
  issuer: 'Issuer',
  name: 'Name',
  email: 'E-mail',
  emails: 'E-mail addresses',
  password: 'Password',
  roles: 'Roles',
  slug: 'Short name',
  text: 'What you saw',
};
