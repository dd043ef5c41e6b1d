export type Tolerance = { readonly relTol: number; readonly absTol: number };

/** Says whether a number is within the wider of both tolerances of the expected one; NaN equals NaN. */
export function isClose(actual: number, expected: number, { relTol, absTol }: Tolerance): boolean {
  if (Object.is(actual, expected) || actual === expected) return true;
  if (!Number.isFinite(actual) || !Number.isFinite(expected)) return false;
  return Math.abs(actual - expected) <= Math.max(absTol, relTol * Math.abs(expected));
}
