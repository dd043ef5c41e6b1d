import type { LiveFilter } from '../../generated/operations';

const FILTERS: Readonly<Record<string, LiveFilter>> = {
  calls: 'CALLS',
  'not-connected': 'NOT_CONNECTED',
  ended: 'ENDED',
};

export const SHOWN = ['all', ...Object.keys(FILTERS)] as const;

/** Which attempts the address asks for, and after which one the page begins. */
export function liveOf(search: URLSearchParams): { readonly show: LiveFilter; readonly after: string | null } {
  return { show: FILTERS[search.get('show') ?? ''] ?? 'ALL', after: search.get('after') };
}

/** The address of another filter, from its first page. */
export function withShown(search: URLSearchParams, shown: string): URLSearchParams {
  const next = new URLSearchParams(search);
  next.delete('after');
  if (shown === 'all') next.delete('show');
  else next.set('show', shown);
  return next;
}

export function withAfter(search: URLSearchParams, after: string | null): URLSearchParams {
  const next = new URLSearchParams(search);
  if (after === null) next.delete('after');
  else next.set('after', after);
  return next;
}
