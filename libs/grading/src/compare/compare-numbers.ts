export type Tolerance = { readonly relTol: number; readonly absTol: number };

/** Whether a number differs from the expected one by at most max(absTol, relTol × |expected|). NaN equals NaN. */
export function isClose(actual: number, expected: number, { relTol, absTol }: Tolerance): boolean {
  if (Object.is(actual, expected) || actual === expected) return true;
  if (!Number.isFinite(actual) || !Number.isFinite(expected)) return false;
  return Math.abs(actual - expected) <= Math.max(absTol, relTol * Math.abs(expected));
}
