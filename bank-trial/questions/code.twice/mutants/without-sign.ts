export function twice(number: number): number {
  return 2 * Math.abs(number);
}
