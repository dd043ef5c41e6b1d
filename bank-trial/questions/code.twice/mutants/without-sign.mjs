export function twice(number) {
  return 2 * Math.abs(number);
}
