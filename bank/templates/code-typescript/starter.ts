export function count_between(values: number[], low: number, high: number): number {
  return 0;
}
