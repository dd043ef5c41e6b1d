export function count_between(values: number[], low: number, high: number): number {
  const ordered = [...values].sort((a, b) => a - b);
  const from = ordered.findIndex((value) => value >= low);
  const to = ordered.findIndex((value) => value >= high);
  const end = to < 0 ? ordered.length : to;
  return from < 0 ? 0 : end - from;
}
