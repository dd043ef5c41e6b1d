import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CONTENT } from './answers.mjs';

const OPERATIONS = JSON.parse(readFileSync('dist/web/operations.json', 'utf8'));
const sha256 = (text) => createHash('sha256').update(text).digest('hex');

const STATEMENT = `... on ChoiceContent { statement } ... on NumericContent { statement unit } ... on OrderingContent { statement }
  ... on TextContent { statement } ... on CodeContent { statement publicCases { __typename } }`;

/** Operations that the set-up of a measurement needs and the web app lacks. */
const OWN = [
  `mutation BenchPractice($input: StartPracticeInput!) {
    startPractice(input: $input) { __typename ... on StartPracticeSuccess { attempt { items { id content { ${CONTENT} } } } } }
  }`,
  `mutation BenchQuiz($input: StartQuizInput!) {
    startQuiz(input: $input) { __typename ... on StartQuizSuccess { attempt { items { id content { ${CONTENT} } } } } }
  }`,
  `query BenchOpenItem($id: ID!) {
    attemptItem(id: $id) { id kind isFlagged isClosed content { ${CONTENT} ${STATEMENT} } response { revision savedAt } }
  }`,
];

const listed = { ...OPERATIONS, ...Object.fromEntries(OWN.map((text) => [sha256(text), text])) };
const nameOf = (text) => /^(?:query|mutation|subscription) (\w+)/.exec(text)?.[1];
const ids = new Map(Object.entries(listed).map(([id, text]) => [nameOf(text), id]));

/** A request with only the id of a listed operation, as the web app sends it. */
export function operation(operationName, variables) {
  const sha256Hash = ids.get(operationName);
  if (!sha256Hash) throw new Error(`The web app has no operation ${operationName}`);
  return { operationName, variables, extensions: { persistedQuery: { version: 1, sha256Hash } } };
}

/** Creates a web root whose list of operations also has ours; otherwise a server on it is as in production. */
export function webRootWithOurs(more = {}) {
  const directory = mkdtempSync(join(tmpdir(), 'holdout-bench-'));
  writeFileSync(join(directory, 'operations.json'), JSON.stringify({ ...listed, ...more }));
  return directory;
}
