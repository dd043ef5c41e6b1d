import { hasUnseen, isOfOneScript, isShowable, plainName } from '@holdout/bank';
import type { InputIssue, SignUpInput } from '../../generated/resolvers';
import { isCommonPassword } from './common-passwords';

const EMAIL = /^[^\s@"(),:;<>[\\\]]+@[^\s@.]+(\.[^\s@.]+)+$/;
const LONGEST_EMAIL = 254;
const PASSWORD = { shortest: 10, longest: 200 } as const;
const LONGEST_NAME = 80;

export type NewPerson = { readonly email: string; readonly password: string; readonly displayName: string };

/** Normal form of an e-mail address: trimmed, NFC, lower case. */
export const plainEmail = (email: string): string => email.trim().normalize('NFC').toLowerCase();

const issue = (field: keyof NewPerson, code: InputIssue['code'], limit: number | null = null): InputIssue => ({
  field,
  code,
  limit,
});

/** The name is of other letters than an existing one and looks like it, as a name in Cyrillic can look Latin. */
export const LOOKS_LIKE_ANOTHER = issue('displayName', 'LOOKS_LIKE_ANOTHER');

export function checkEmail(email: string): InputIssue[] {
  if (email === '') return [issue('email', 'MISSING')];
  if (email.length > LONGEST_EMAIL) return [issue('email', 'TOO_LONG', LONGEST_EMAIL)];
  const isShown = !hasUnseen(email) && isOfOneScript(email);
  return isShown && EMAIL.test(email) ? [] : [issue('email', 'MALFORMED')];
}

export async function checkPassword(
  password: string,
  known: { readonly email: string; readonly name: string },
): Promise<InputIssue[]> {
  const length = Array.from(password).length;
  if (length === 0) return [issue('password', 'MISSING')];
  if (length < PASSWORD.shortest) return [issue('password', 'TOO_SHORT', PASSWORD.shortest)];
  if (length > PASSWORD.longest) return [issue('password', 'TOO_LONG', PASSWORD.longest)];
  return (await isCommonPassword(password, known)) ? [issue('password', 'TOO_COMMON')] : [];
}

function checkName(name: string): InputIssue[] {
  if (name === '') return [issue('displayName', 'MISSING')];
  if (name.length > LONGEST_NAME) return [issue('displayName', 'TOO_LONG', LONGEST_NAME)];
  return isShowable(name) ? [] : [issue('displayName', 'MALFORMED')];
}

/** Normalizes a changed name and lists its issues. A name in ASCII is what others are taken for, and is not searched for. */
export async function parseName(
  given: string,
  known: { isLookAlike(name: string): Promise<boolean> },
  present?: string,
): Promise<{ readonly displayName: string; readonly issues: readonly InputIssue[] }> {
  const displayName = plainName(given);
  const issues = checkName(displayName);
  const isNew = displayName !== present && /[^ -~]/.test(displayName);
  const looksLike = issues.length === 0 && isNew && (await known.isLookAlike(displayName));
  return { displayName, issues: looksLike ? [LOOKS_LIKE_ANOTHER] : issues };
}

/** Normalizes the input for storage and lists its issues. */
export async function parseSignUp(input: SignUpInput): Promise<{
  readonly person: NewPerson;
  readonly issues: readonly InputIssue[];
}> {
  const person = {
    email: plainEmail(input.email),
    password: input.password,
    displayName: plainName(input.displayName),
  };
  const issues = [
    ...checkEmail(person.email),
    ...(await checkPassword(person.password, { email: person.email, name: person.displayName })),
    ...checkName(person.displayName),
  ];
  return { person, issues };
}
