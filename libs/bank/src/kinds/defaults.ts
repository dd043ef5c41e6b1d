import type { Planted } from '../bundle';

const NOTHING_PLANTED: Planted = { alternatives: [], mutants: [], oracle: null };

/** What kinds answer that have no files beyond their text, shuffle nothing, are scored by a key and worth one point. */
export const DEFAULTS = {
  scoredBy: 'key',
  hasVariants: false,
  namedFiles: () => [],
  check: () => [],
  plantedIn: () => NOTHING_PLANTED,
  draw: () => null,
  misfitOf: () => null,
  unreadableIn: () => null,
  possible: () => 1,
  misconceptionsOf: () => [],
  rubricOf: () => [],
} as const;
