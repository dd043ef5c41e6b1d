import type { InputIssue } from '../../../platform/input-issues';
import type { Person, PersonField } from './person';

const MOST_EXTRA_PERCENT = 400;
const MOST_BREAK_MINUTES = 240;

export type PersonIssue = InputIssue & { readonly field: PersonField };
export type TimeAllowance = { readonly extraTime: number; readonly breakMinutes: number };

/** The form in which the server compares addresses. */
export const plainEmail = (email: string): string => email.trim().normalize('NFC').toLowerCase();

/** What must be corrected before the server can be asked; it knows more about names and addresses. */
export function checkPerson({ email, extraTime, breakMinutes }: Person): readonly PersonIssue[] {
  return [
    ...emailIssues(email.trim()),
    ...numberIssues('extraTime', percentOf(extraTime), MOST_EXTRA_PERCENT),
    ...numberIssues('breakMinutes', minutesOf(breakMinutes), MOST_BREAK_MINUTES),
  ];
}

function emailIssues(email: string): readonly PersonIssue[] {
  if (email === '') return [{ field: 'email', code: 'MISSING', limit: null }];
  return /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(email) ? [] : [{ field: 'email', code: 'MALFORMED', limit: null }];
}

function numberIssues(field: PersonField, value: number | null, limit: number): readonly PersonIssue[] {
  if (value === null) return [{ field, code: 'MALFORMED', limit: null }];
  return value <= limit ? [] : [{ field, code: 'TOO_LARGE', limit }];
}

/** Null if it is neither empty nor a percentage. A share such as 0.25 is refused: it may mean 25 % or a quarter of one. */
function percentOf(text: string): number | null {
  const written = text.replace(/\s*%$/, '').trim();
  if (written === '') return 0;
  if (!/^\d+([.,]\d+)?$/.test(written)) return null;
  const percent = Number(written.replace(',', '.'));
  return percent > 0 && percent < 1 ? null : percent;
}

function minutesOf(text: string): number | null {
  const written = text.replace(/\s*min(utes)?\.?$/i, '').trim();
  if (written === '') return 0;
  return /^\d+$/.test(written) ? Number(written) : null;
}

/** Null if nothing is written: then the person keeps what they have. Call `checkPerson` first. */
export function allowanceOf({ extraTime, breakMinutes }: Person): TimeAllowance | null {
  if (extraTime.trim() === '' && breakMinutes.trim() === '') return null;
  return { extraTime: (percentOf(extraTime) ?? 0) / 100, breakMinutes: minutesOf(breakMinutes) ?? 0 };
}

/** For each person the earlier one with the same address, by index; null for the first. */
export function earlierOf(people: readonly Person[]): readonly (number | null)[] {
  const first = new Map<string, number>();
  return people.map(({ email }, index) => {
    const plain = plainEmail(email);
    const earlier = first.get(plain) ?? null;
    if (earlier === null && plain !== '') first.set(plain, index);
    return earlier;
  });
}
