import type { Limits } from '@holdout/sandbox';

/** Why nothing can be run within these limits, if that is so: a limit of nothing is a mistake of ours, not a program's. */
export function findFaultyLimit(limits: Limits): string | undefined {
  const faulty = Object.entries(limits).find(([, value]) => !Number.isFinite(value) || value <= 0);
  return faulty && `the limit ${faulty[0]} is ${faulty[1]}, and must be above zero`;
}
