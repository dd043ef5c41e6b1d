import { MOST_OWN_INPUT_CHARACTERS, type OwnInputProblem, readOwnInput } from '@holdout/grading';
import type { InputIssue, InputIssueCode } from '../../generated/resolvers';

const CODES: Readonly<Record<OwnInputProblem, InputIssueCode>> = {
  tooLong: 'TOO_LONG',
  notJson: 'MALFORMED',
  notList: 'MALFORMED',
  numberTooLarge: 'TOO_LARGE',
  reservedKey: 'RESERVED',
  tooDeep: 'TOO_DEEP',
};

/** Refuses the candidate's own input before it is queued, by the rule of the grader. */
export function ownInputIssues(text: string | null): InputIssue[] {
  const read = text === null ? null : readOwnInput(text);
  if (read === null || read.ok) return [];
  const limit = read.problem === 'tooLong' ? MOST_OWN_INPUT_CHARACTERS : null;
  return [{ field: 'ownInput', code: CODES[read.problem], limit }];
}
