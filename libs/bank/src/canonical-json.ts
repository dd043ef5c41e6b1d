/** Computes the SHA-256 of a text's UTF-8 bytes, in hex. An argument, because this library may not use node:crypto. */
export type Sha256 = (text: string) => string;

/** JSON with sorted keys and without undefined values: equal values have equal texts. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => (isPlain(part) ? sorted(part) : part));
}

/** The hash that identifies a bundle or materialized data: SHA-256 of the canonical JSON, in hex. */
export function hashOf(value: unknown, sha256: Sha256): string {
  return sha256(canonicalJson(value));
}

function isPlain(part: unknown): part is Readonly<Record<string, unknown>> {
  return typeof part === 'object' && part !== null && !Array.isArray(part);
}

/** `JSON.stringify` puts integer-like keys first regardless of this order; the result is still deterministic. */
function sorted(part: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const entries = Object.entries(part).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return Object.fromEntries(entries);
}
