const FIRST_MS = 100;

/**
 * How long after its claim a report on hidden cases is handed in: the next of 0.1, 0.2, 0.4 … seconds. When a verdict
 * arrives would otherwise tell, to the millisecond, how long the program ran, which it can choose by a hidden input.
 */
export function handInAfterMs(workedMs: number): number {
  return FIRST_MS * 2 ** Math.max(0, Math.ceil(Math.log2(workedMs / FIRST_MS)));
}
