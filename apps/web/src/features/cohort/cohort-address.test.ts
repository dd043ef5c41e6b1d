import {
  columnsOf,
  exportAddress,
  filterOf,
  isFiltered,
  orderOf,
  withDirection,
  withoutFilter,
  withToggled,
} from './cohort-address';

const search = (query: string) => new URLSearchParams(query);

test('without anything in the address everyone is listed by name', () => {
  expect(orderOf(search(''))).toBe('NAME');
  expect(isFiltered(filterOf(search('')))).toBe(false);
});

test('an address that nobody wrote is ignored where it is not known', () => {
  const filter = filterOf(search('status=ended&status=gone&side=above&decision=none&version=-3&provisional=maybe'));
  expect(filter).toMatchObject({
    statuses: ['ENDED'],
    sides: ['ABOVE'],
    decisions: ['NONE'],
    versionNumber: null,
    isProvisional: null,
  });
  expect(orderOf(search('sort=rank'))).toBe('NAME');
});

test('sorting, columns and filters are kept apart', () => {
  const sorted = withDirection(withToggled(search('status=ended'), 'column', 'skills'), 'score', 'descending');
  expect(orderOf(sorted)).toBe('SCORE_DESCENDING');
  expect(columnsOf(withoutFilter(sorted))).toEqual(['skills']);
  expect(isFiltered(filterOf(withoutFilter(sorted)))).toBe(false);
  expect(columnsOf(withToggled(sorted, 'column', 'skills'))).toEqual([]);
});

test('the file has the rows of the filter', () => {
  expect(exportAddress('a1', search('side=above&q=ann&sort=-score'), 'csv')).toBe(
    '/exports/cohort.csv?assessmentId=a1&side=ABOVE&text=ann',
  );
});
