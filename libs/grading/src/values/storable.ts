/** PostgreSQL's jsonb holds neither; `JSON.stringify` writes both as escapes, after an even number of backslashes. */
const UNSTORABLE = /(?<!\\)(\\\\)*\\u(0000|d[89a-f]..)/;

/** Says whether a value can be stored as jsonb. */
export function isStorable(value: unknown): boolean {
  return !UNSTORABLE.test(JSON.stringify(value));
}
