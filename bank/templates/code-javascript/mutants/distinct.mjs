export function count_between(values, low, high) {
  return [...new Set(values)].filter((value) => low <= value && value < high).length;
}
