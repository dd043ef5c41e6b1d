import type { AssessmentOrder, AssessmentsQueryVariables } from '../../generated/operations';
import type { Direction } from '../../platform/sort-heading';

/** The filter that the address of the list contains. */
export function filterOf(search: URLSearchParams): NonNullable<AssessmentsQueryVariables['filter']> {
  return { text: search.get('q')?.trim() || null, isArchived: search.has('archived'), isOwn: search.has('mine') };
}

const ORDERS = {
  title: { ascending: 'TITLE', descending: 'TITLE_DESCENDING' },
  invited: { ascending: 'INVITED', descending: 'INVITED_DESCENDING' },
  started: { ascending: 'STARTED', descending: 'STARTED_DESCENDING' },
  submitted: { ascending: 'SUBMITTED', descending: 'SUBMITTED_DESCENDING' },
} as const satisfies Record<string, Record<Direction, AssessmentOrder>>;

/** A column by which the list is sorted. */
export type Column = keyof typeof ORDERS;

const COLUMNS = Object.keys(ORDERS) as Column[];

/** How the address sorts the list by a column; null if it does not. */
export function directionOf(search: URLSearchParams, column: Column): Direction | null {
  const sort = search.get('sort');
  if (sort === column) return 'ascending';
  return sort === `-${column}` ? 'descending' : null;
}

/** The order as the API names it; last changed first if the address names none. */
export function orderOf(search: URLSearchParams): AssessmentOrder {
  for (const column of COLUMNS) {
    const direction = directionOf(search, column);
    if (direction !== null) return ORDERS[column][direction];
  }
  return 'CHANGED_LAST';
}

/** The address with another order by a column. */
export function withDirection(search: URLSearchParams, column: Column, direction: Direction | null): URLSearchParams {
  if (direction === null) return withValue(search, 'sort', '');
  return withValue(search, 'sort', direction === 'ascending' ? column : `-${column}`);
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
