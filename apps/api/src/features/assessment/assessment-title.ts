import { DRAFT_LIMITS } from '@holdout/assessment';
import { isShowable, plainName } from '@holdout/bank';
import type { InputIssue } from '../../generated/resolvers';

/** A title as it is stored, or why it cannot be. Candidates see it, so nothing in it may be hidden or reorder the text. */
export function readTitle(text: string): { readonly title: string; readonly issues: readonly InputIssue[] } {
  const title = plainName(text);
  if (title === '') return { title, issues: [{ field: 'title', code: 'MISSING' }] };
  if (title.length > DRAFT_LIMITS.title)
    return { title, issues: [{ field: 'title', code: 'TOO_LONG', limit: DRAFT_LIMITS.title }] };
  return { title, issues: isShowable(title) ? [] : [{ field: 'title', code: 'MALFORMED' }] };
}
