/** Gives the SHA-256 of a text's UTF-8 bytes in hex; handed in, since this library runs where node:crypto does not. */
export type Sha256 = (text: string) => string;

/** JSON with the keys of every object in code unit order and nothing undefined: one text per value. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => (isPlain(part) ? sorted(part) : part));
}

/** The hash that names a bundle, or materialized data, for ever. */
export function hashOf(value: unknown, sha256: Sha256): string {
  return sha256(canonicalJson(value));
}

function isPlain(part: unknown): part is Readonly<Record<string, unknown>> {
  return typeof part === 'object' && part !== null && !Array.isArray(part);
}

/** `JSON.stringify` puts integer-like keys first whatever their order here, which is as good: it is always the same. */
function sorted(part: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const entries = Object.entries(part).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return Object.fromEntries(entries);
}
