import { isStorableText } from '@holdout/bank';
import type { InputIssue, ReportQuestionInput } from '../../generated/resolvers';

const LONGEST = 2_000;

/** Input issues of a report. The text is required. */
export function reportIssues({ text }: Pick<ReportQuestionInput, 'text'>): InputIssue[] {
  if (text.trim() === '') return [{ field: 'text', code: 'MISSING', limit: null }];
  if (text.length > LONGEST) return [{ field: 'text', code: 'TOO_LONG', limit: LONGEST }];
  return isStorableText(text) ? [] : [{ field: 'text', code: 'MALFORMED', limit: null }];
}
