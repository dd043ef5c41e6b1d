import type { AssessmentOrder, AssessmentsQueryVariables } from '../../generated/operations';
import type { Direction } from '../../platform/sort-heading';

/** The filter that the address of the list contains. */
export function filterOf(search: URLSearchParams): NonNullable<AssessmentsQueryVariables['filter']> {
  return { text: search.get('q')?.trim() || null, isArchived: search.has('archived'), isOwn: search.has('mine') };
}

/** How the address sorts the list by title; null for the order of the list, last changed first. */
export function titleOrderOf(search: URLSearchParams): Direction | null {
  const sort = search.get('sort');
  if (sort === 'title') return 'ascending';
  return sort === '-title' ? 'descending' : null;
}

/** The order as the API names it. */
export function orderOf(search: URLSearchParams): AssessmentOrder {
  const direction = titleOrderOf(search);
  if (direction === null) return 'CHANGED_LAST';
  return direction === 'ascending' ? 'TITLE' : 'TITLE_DESCENDING';
}

/** The address with another order by title. */
export function withTitleOrder(search: URLSearchParams, direction: Direction | null): URLSearchParams {
  if (direction === null) return withValue(search, 'sort', '');
  return withValue(search, 'sort', direction === 'ascending' ? 'title' : '-title');
}

/** The address of all assessments, or of those that the viewer has created or changed. */
export function withOwn(search: URLSearchParams, isOwn: boolean): URLSearchParams {
  return withValue(search, 'mine', isOwn ? '1' : '');
}

/** The address with another text; an empty one is left out. */
export function withText(search: URLSearchParams, text: string): URLSearchParams {
  return withValue(search, 'q', text.trim());
}

/** The address of the archive, or of the assessments outside of it. */
export function withArchived(search: URLSearchParams, isArchived: boolean): URLSearchParams {
  return withValue(search, 'archived', isArchived ? '1' : '');
}

function withValue(search: URLSearchParams, key: string, value: string): URLSearchParams {
  const next = new URLSearchParams(search);
  if (value === '') next.delete(key);
  else next.set(key, value);
  return next;
}
