import type { Planted } from '../bundle';

const NOTHING_PLANTED: Planted = { alternatives: [], mutants: [], oracle: null };

/** Defaults for kinds without further files or shuffling, scored by a key, worth one point. */
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
  rekeyed: () => null,
} as const;
