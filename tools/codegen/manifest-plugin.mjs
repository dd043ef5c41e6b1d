import { persistedOperations } from './persisted-operations.mjs';

/** For the server: `{ "<id>": "<query text>" }`. */
export function plugin(_schema, documents) {
  const entries = persistedOperations(documents).map(({ id, query }) => [id, query]);
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}
