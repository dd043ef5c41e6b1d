import type { AssessmentsQueryVariables } from '../../generated/operations';

/** The filter that the address of the list contains. */
export function filterOf(search: URLSearchParams): NonNullable<AssessmentsQueryVariables['filter']> {
  return { text: search.get('q')?.trim() || null, isArchived: search.has('archived') };
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
