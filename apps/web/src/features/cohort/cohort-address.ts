import type { CohortOrder, CohortSide, CohortStatus, DecisionFilter } from '../../generated/operations';
import type { Direction } from '../../platform/sort-heading';

export const STATUSES = ['IN_PROGRESS', 'ENDED', 'RELEASED'] as const satisfies readonly CohortStatus[];
export const DECISIONS = ['ADVANCE', 'HOLD', 'DECLINE', 'NONE'] as const satisfies readonly DecisionFilter[];
export const SIDES = ['ABOVE', 'UNCERTAIN', 'BELOW'] as const satisfies readonly CohortSide[];
export const COLUMNS = ['skills', 'certainty', 'submitted', 'version'] as const;
export type Column = (typeof COLUMNS)[number];

export type CohortFilter = {
  readonly statuses: CohortStatus[];
  readonly decisions: DecisionFilter[];
  readonly sides: CohortSide[];
  readonly isProvisional: boolean | null;
  readonly text: string;
  readonly versionNumber: number | null;
};

type ListKey = 'status' | 'decision' | 'side' | 'column';

const listed = <Value extends string>(search: URLSearchParams, key: ListKey, values: readonly Value[]): Value[] => {
  const named = search.getAll(key);
  return values.filter((value) => named.includes(value.toLowerCase()));
};

/** What the URL of the page says about the filter; values that it does not know are left out. */
export function filterOf(search: URLSearchParams): CohortFilter {
  const version = Number(search.get('version') ?? Number.NaN);
  return {
    statuses: listed(search, 'status', STATUSES),
    decisions: listed(search, 'decision', DECISIONS),
    sides: listed(search, 'side', SIDES),
    isProvisional: search.get('provisional') === 'yes' ? true : null,
    text: (search.get('q') ?? '').trim(),
    versionNumber: Number.isInteger(version) && version > 0 ? version : null,
  };
}

export const isFiltered = (filter: CohortFilter): boolean =>
  [filter.statuses, filter.decisions, filter.sides].some(({ length }) => length > 0) ||
  filter.isProvisional !== null ||
  filter.text !== '' ||
  filter.versionNumber !== null;

/** The columns beside those that are always there. */
export const columnsOf = (search: URLSearchParams): readonly Column[] => listed(search, 'column', COLUMNS);

export type Sorted = 'name' | 'score' | 'status' | 'decision';
const ORDERS = {
  name: { ascending: 'NAME', descending: 'NAME_DESCENDING' },
  score: { ascending: 'SCORE', descending: 'SCORE_DESCENDING' },
  status: { ascending: 'STATUS', descending: 'STATUS_DESCENDING' },
  decision: { ascending: 'DECISION', descending: 'DECISION_DESCENDING' },
} as const satisfies Record<Sorted, Record<Direction, CohortOrder>>;

/** How the URL sorts the table by a column; null if it does not. */
export function directionOf(search: URLSearchParams, column: Sorted): Direction | null {
  const sort = search.get('sort');
  if (sort === column || (sort === null && column === 'name')) return 'ascending';
  return sort === `-${column}` ? 'descending' : null;
}

/** The order that the URL names; by name if it names none. */
export function orderOf(search: URLSearchParams): CohortOrder {
  for (const column of Object.keys(ORDERS) as Sorted[]) {
    const direction = directionOf(search, column);
    if (direction !== null) return ORDERS[column][direction];
  }
  return 'NAME';
}

export const isByScore = (search: URLSearchParams): boolean => orderOf(search).startsWith('SCORE');

/** The URL that sorts by a column, or by name. */
export function withDirection(search: URLSearchParams, column: Sorted, direction: Direction | null): URLSearchParams {
  const next = new URLSearchParams(search);
  if (direction === null) next.delete('sort');
  else next.set('sort', direction === 'ascending' ? column : `-${column}`);
  return next;
}

/** The URL with a value of a list more or less. */
export function withToggled(search: URLSearchParams, key: ListKey, value: string): URLSearchParams {
  const next = new URLSearchParams(search);
  const [own, values] = [value.toLowerCase(), search.getAll(key)];
  next.delete(key);
  for (const each of values.includes(own) ? values.filter((one) => one !== own) : [...values, own])
    next.append(key, each);
  return next;
}

/** The URL with another value of a key; an empty one leaves the key out. */
export function withValue(
  search: URLSearchParams,
  key: 'q' | 'provisional' | 'version',
  value: string,
): URLSearchParams {
  const next = new URLSearchParams(search);
  if (value.trim() === '') next.delete(key);
  else next.set(key, value);
  return next;
}

/** Without a filter, with the same order and columns. */
export function withoutFilter(search: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const key of ['status', 'decision', 'side', 'provisional', 'q', 'version']) next.delete(key);
  return next;
}

/** Where the rows of the filter are as a file. */
export function exportAddress(assessmentId: string, search: URLSearchParams, format: 'csv' | 'json'): string {
  const filter = filterOf(search);
  const query = new URLSearchParams({ assessmentId });
  for (const status of filter.statuses) query.append('status', status);
  for (const decision of filter.decisions) query.append('decision', decision);
  for (const side of filter.sides) query.append('side', side);
  if (filter.isProvisional !== null) query.set('isProvisional', String(filter.isProvisional));
  if (filter.text !== '') query.set('text', filter.text);
  if (filter.versionNumber !== null) query.set('versionNumber', String(filter.versionNumber));
  return `/exports/cohort.${format}?${query.toString()}`;
}
