import { readFileSync } from 'node:fs';
import { mergedSchema, SCHEMA } from './schema-file.mjs';

/** The committed contract is the one that the features' files make. */
if (mergedSchema() !== readFileSync(SCHEMA, 'utf8')) {
  process.stderr.write(`${SCHEMA} is not what the .graphql files say. Run: npm run codegen\n`);
  process.exitCode = 1;
}
