export function count_between(values, low, high) {
  const ordered = [...values].sort((a, b) => a - b);
  const from = ordered.findIndex((value) => value >= low);
  const to = ordered.findIndex((value) => value >= high);
  const end = to < 0 ? ordered.length : to;
  return from < 0 ? 0 : end - from;
}
