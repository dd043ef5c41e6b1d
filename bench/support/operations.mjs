import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CONTENT } from './answers.mjs';

const OPERATIONS = JSON.parse(readFileSync('dist/web/operations.json', 'utf8'));
const sha256 = (text) => createHash('sha256').update(text).digest('hex');

/** What the web app does not ask in one operation, but the set-up of a measurement does. */
const OWN = [
  `mutation BenchPractice($input: StartPracticeInput!) {
    startPractice(input: $input) { __typename ... on StartPracticeSuccess { attempt { items { id content { ${CONTENT} } } } } }
  }`,
  `mutation BenchQuiz($input: StartQuizInput!) {
    startQuiz(input: $input) { __typename ... on StartQuizSuccess { attempt { items { id content { ${CONTENT} } } } } }
  }`,
];

const listed = { ...OPERATIONS, ...Object.fromEntries(OWN.map((text) => [sha256(text), text])) };
const nameOf = (text) => /^(?:query|mutation|subscription) (\w+)/.exec(text)?.[1];
const ids = new Map(Object.entries(listed).map(([id, text]) => [nameOf(text), id]));

/** Gives a request that names a listed operation by its id alone, as the web app does. */
export function operation(operationName, variables) {
  const sha256Hash = ids.get(operationName);
  if (!sha256Hash) throw new Error(`The web app has no operation ${operationName}`);
  return { operationName, variables, extensions: { persistedQuery: { version: 1, sha256Hash } } };
}

/** Makes a web root whose list of operations has ours as well; a server on it is else as in production. */
export function webRootWithOurs() {
  const directory = mkdtempSync(join(tmpdir(), 'holdout-bench-'));
  writeFileSync(join(directory, 'operations.json'), JSON.stringify(listed));
  return directory;
}
