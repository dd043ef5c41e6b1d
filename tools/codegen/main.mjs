import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { generate } from '@graphql-codegen/cli';
import { mergedSchema, SCHEMA } from './merge-schema.mjs';

const API = 'apps/api/src/generated';
const WEB = 'apps/web/src/generated';
const SCALARS = { DateTime: 'string', ID: 'string' };

function writeIfChanged(path, content) {
  mkdirSync(dirname(path), { recursive: true });
  if (!existsSync(path) || readFileSync(path, 'utf8') !== content) writeFileSync(path, content);
}

/** The settings of the API: the type of its context and the row type behind each GraphQL type. */
function apiConfig() {
  const own = existsSync('apps/api/codegen.json') ? JSON.parse(readFileSync('apps/api/codegen.json', 'utf8')) : {};
  return {
    useTypeImports: true,
    enumsAsTypes: true,
    immutableTypes: true,
    inputMaybeValue: 'T | null | undefined',
    ...own,
    scalars: { ...SCALARS, ...own.scalars },
  };
}

function webOutputs() {
  const documents = ['apps/web/src/**/*.{ts,tsx}', `!${WEB}/**`, '!**/*.test.{ts,tsx}'];
  const hasOperations = globSync('apps/web/src/**/*.{ts,tsx}', { exclude: (path) => path.includes('generated') }).some(
    (path) => !/\.test\.tsx?$/.test(path) && /\bgql`/.test(readFileSync(path, 'utf8')),
  );
  if (!hasOperations) return {};
  const config = {
    // The settings that Apollo Client recommends for this plugin: `__typename` in every selection but the root.
    nonOptionalTypename: true,
    skipTypeNameForRoot: true,
    useTypeImports: true,
    enumsAsTypes: true,
    scalars: { ...SCALARS, JSON: 'unknown' },
  };
  return {
    [`${WEB}/operations.ts`]: { documents, plugins: ['typescript-operations'], config },
    [`${WEB}/operations.json`]: { documents, plugins: ['./tools/codegen/manifest-plugin.mjs'] },
    [`${WEB}/operation-ids.ts`]: { documents, plugins: ['./tools/codegen/operation-ids-plugin.mjs'] },
  };
}

const schema = mergedSchema();
if (schema === null) {
  console.log('No .graphql file yet: nothing to generate.');
} else {
  writeIfChanged(SCHEMA, schema);
  await generate({
    schema: SCHEMA,
    silent: true,
    errorsOnly: true,
    generates: {
      [`${API}/resolvers.ts`]: { plugins: ['typescript', 'typescript-resolvers'], config: apiConfig() },
      [`${API}/root-fields.ts`]: { plugins: ['./tools/codegen/root-fields-plugin.mjs'] },
      [`${API}/outcomes.ts`]: { plugins: ['./tools/codegen/outcomes-plugin.mjs'] },
      ...webOutputs(),
    },
  });
}
