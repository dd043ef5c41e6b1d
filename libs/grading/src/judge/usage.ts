import type { Run } from '@holdout/sandbox';
import type { Usage } from '../contract/report';

/** The cost of several runs: the sum of their times, the maximum of their memory. */
export function usageOf(runs: readonly Run[]): Usage {
  return {
    cpuMs: known(
      runs.map(({ cpuMs }) => cpuMs),
      (a, b) => a + b,
    ),
    wallMs: runs.reduce((sum, { wallMs }) => sum + wallMs, 0),
    memoryBytes: known(
      runs.map(({ memoryBytes }) => memoryBytes),
      Math.max,
    ),
  };
}

/** Null if any value is null. */
function known(values: readonly (number | null)[], join: (a: number, b: number) => number): number | null {
  return values.reduce((a, b) => (a === null || b === null ? null : join(a, b)), 0);
}
