export function count_between(values: number[], low: number, high: number): number {
  return [...new Set(values)].filter((value) => low <= value && value < high).length;
}
