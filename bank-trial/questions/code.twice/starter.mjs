export function twice(number) {
  return number;
}
