import { globSync, readFileSync } from 'node:fs';
import { mergeSchema } from './merge-schema.mjs';

/** Committed, since people read it: the whole contract in one file. */
export const SCHEMA = 'apps/api/schema.graphql';

/** Gives the contract as the features' own files make it, or null when there are none. */
export function mergedSchema() {
  const sources = globSync('apps/api/src/**/*.graphql').sort();
  return sources.length === 0 ? null : mergeSchema(sources.map((path) => readFileSync(path, 'utf8')));
}
