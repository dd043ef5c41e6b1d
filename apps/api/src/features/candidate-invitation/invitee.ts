import { isShowable, plainName } from '@holdout/bank';
import type { Allowance } from '@holdout/persistence';
import type { InputIssue, PersonToInviteInput, TimeAllowanceInput } from '../../generated/resolvers';
import { checkEmail, plainEmail } from '../identity/sign-up-input';

const LONGEST_NAME = 200;
const MOST_EXTRA_TIME = 4;
const MOST_BREAK_MINUTES = 240;

/** A person of a list, in the form that is stored. */
export type Invitee = { readonly email: string; readonly name: string; readonly allowance: Allowance | null };

export type ReadInvitee = { readonly invitee: Invitee; readonly issues: readonly InputIssue[] };

const issue = (field: string, code: InputIssue['code'], limit: number | null = null): InputIssue => ({
  field,
  code,
  limit,
});

/** Normalizes a person of a list, and lists what must be corrected. A person without a name is called by the address. */
export function readInvitee({ email, name, allowance }: PersonToInviteInput): ReadInvitee {
  const plain = plainEmail(email);
  const shown = plainName(name);
  const invitee = { email: plain, name: shown === '' ? plain : shown, allowance: allowanceOf(allowance ?? null) };
  return { invitee, issues: [...checkEmail(plain), ...nameIssues(shown), ...allowanceIssues(allowance ?? null)] };
}

function nameIssues(name: string): InputIssue[] {
  if (Array.from(name).length > LONGEST_NAME) return [issue('name', 'TOO_LONG', LONGEST_NAME)];
  return name === '' || isShowable(name) ? [] : [issue('name', 'MALFORMED')];
}

export function allowanceIssues(allowance: TimeAllowanceInput | null): InputIssue[] {
  if (allowance === null) return [];
  return [
    ...outOfRange('extraTime', allowance.extraTime, MOST_EXTRA_TIME),
    ...outOfRange('breakMinutes', allowance.breakMinutes, MOST_BREAK_MINUTES),
  ];
}

function outOfRange(field: string, value: number, most: number): InputIssue[] {
  if (value > most) return [issue(field, 'TOO_LARGE', most)];
  return value >= 0 ? [] : [issue(field, 'TOO_SMALL', 0)];
}

export function allowanceOf(allowance: TimeAllowanceInput | null): Allowance | null {
  return allowance && { extraTime: allowance.extraTime, breakSeconds: allowance.breakMinutes * 60 };
}
