import { createHash } from 'node:crypto';

/** The SHA-256 of a text's UTF-8 bytes, in hex. `libs/bank` takes it as an argument, since it may not import `node:crypto`. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The SHA-256 of a list of texts, in hex; each is prefixed by its length, so that moving a boundary changes the hash. */
export function sha256OfAll(texts: Iterable<string>): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(`${text.length}:`).update(text);
  return hash.digest('hex');
}
