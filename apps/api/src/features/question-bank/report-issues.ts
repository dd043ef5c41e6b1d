import { isStorableText } from '@holdout/bank';
import type { InputIssue, ReportQuestionInput } from '../../generated/resolvers';

const LONGEST = 2_000;

/** What keeps a report from being taken. Why something is wrong has to be said; that is all that is asked. */
export function reportIssues({ text }: Pick<ReportQuestionInput, 'text'>): InputIssue[] {
  if (text.trim() === '') return [{ field: 'text', code: 'MISSING', limit: null }];
  if (text.length > LONGEST) return [{ field: 'text', code: 'TOO_LONG', limit: LONGEST }];
  return isStorableText(text) ? [] : [{ field: 'text', code: 'MALFORMED', limit: null }];
}
