import { counted } from './counted';

const count = (n: number) => counted(n, 'question');

export const catalogue = {
  title: 'Questions',
  /** The link to the coverage page. */
  coverage: 'What the bank covers',
  filters: 'Filters',
  search: 'Search',
  searchHint: 'Title or text',
  skills: 'Skill',
  allOf: (domain: string) => `All of ${domain}`,
  withCount: (name: string, n: number) => `${name} (${n})`,
  kinds: 'Kind',
  languages: 'Language',
  levels: 'Level',
  states: 'Status',
  table: 'Questions, by level and title',
  columns: { title: 'Title', kind: 'Kind', level: 'Level', minutes: 'Minutes', state: 'Status' },
  count,
  show: (n: number) => `Show ${n}`,
  loadMore: 'Load 50 more',
  loaded: (shown: number, total: number) => `${shown} of ${total} shown`,
  active: 'Filters in use',
  remove: (name: string) => `Remove the filter ${name}`,
  removeAll: 'Remove all',
  searchChip: (text: string) => `“${text}”`,
  empty: {
    title: 'No question matches all filters',
    drop: (name: string, n: number) => `Without ${name}: ${count(n)}.`,
    dropAct: (name: string) => `Remove ${name}`,
    noSingle: 'Removing one filter is not enough. Remove all to see every question.',
    bank: 'This installation has no questions yet',
    bankDetail:
      'Its start-up messages give the reason: the bank folder is missing, or no question in it could be loaded.',
  },
};
