/** JSON that any part of PostgreSQL takes: a program may print NUL or half a surrogate pair, which `jsonb` refuses. */
export function toStorableJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === 'string' ? toStorableText(part) : part));
}

/** Text with what PostgreSQL refuses replaced by the replacement character. */
export function toStorableText(text: string): string {
  return text.replaceAll('\0', '\uFFFD').toWellFormed();
}
