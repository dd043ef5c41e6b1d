/** Whether two values of a draft are equal: texts, numbers, truth values, null, and lists and objects of these. */
export function isSameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [of, other] = [Object.entries(a), new Map(Object.entries(b))];
  return of.length === other.size && of.every(([key, value]) => other.has(key) && isSameValue(value, other.get(key)));
}
