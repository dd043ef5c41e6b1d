import { readFileSync } from 'node:fs';
import { mergedSchema, SCHEMA } from './merge-schema.mjs';

/** Fails if the committed schema differs from the merged .graphql files of the features. */
if (mergedSchema() !== readFileSync(SCHEMA, 'utf8')) {
  process.stderr.write(`${SCHEMA} differs from the .graphql files. Run: npm run codegen\n`);
  process.exitCode = 1;
}
