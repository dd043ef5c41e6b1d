export function count_between(values, low, high) {
  return values.filter((value) => low < value && value < high).length;
}
