import { persistedOperations } from './persisted-operations.mjs';

/** For the browser: the ids by the operation's name, so that it need not compute hashes. */
export function plugin(_schema, documents) {
  const lines = persistedOperations(documents).map(({ name, id }) => `  ${name}: '${id}',`);
  return `export const operationIds: Readonly<Record<string, string>> = {\n${lines.join('\n')}\n};\n`;
}
