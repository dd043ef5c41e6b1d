export function count_between(values: number[], low: number, high: number): number {
  const least = values.reduce((a, b) => Math.min(a, b));
  return values.filter((value) => Math.max(low, least) <= value && value < high).length;
}
