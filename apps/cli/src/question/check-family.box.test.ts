import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Files, sharedSandbox, Workspace } from './test-workspace';

const shared = sharedSandbox();
let workspace: Workspace;
beforeEach(() => {
  workspace = new Workspace(shared());
});
afterEach(() => workspace.remove());

const NAMES = ['question.yaml', 'question.md', 'family.mjs', 'solution/oracle.mjs'];
const RECALL: Files = Object.fromEntries(
  NAMES.map((name) => [
    name,
    readFileSync(resolve('bank/templates/numeric', name), 'utf8').replace('{{title}}', 'Recall'),
  ]),
);

const family = (from: string, to: string): Files => ({ 'family.mjs': (RECALL['family.mjs'] ?? '').replace(from, to) });

test.each<[string, Files, RegExp]>([
  [
    'a name without a value',
    { 'question.md': (RECALL['question.md'] ?? '').replace('{{found}}', '{{fuond}}') },
    /names {{fuond}}, which family.mjs does not return/,
  ],
  ['a draw without a tolerance', family('absTol: 0.1', 'absTolerance: 0.1'), /neither absTol nor relTol above 0/],
  [
    'a misconception that the bank does not have',
    family('odds-as-probability', 'odds-as-oddities'),
    /"odds-as-oddities" is not known; add it to misconceptions.yaml/,
  ],
  [
    'a tolerance within which one constant is usually correct',
    {
      'family.mjs': (RECALL['family.mjs'] ?? '')
        .replace('absTol: 0.1', 'absTol: 40')
        .replace('wrong: [', 'wrong: [], known: ['),
    },
    /one constant is correct in \d+ % of the draws; narrow the tolerance/,
  ],
  [
    'an answer that the statement shows',
    family('shown: { found, missed }', 'shown: { found, missed, recall: value }'),
    /the statement shows the answer as {{recall}} in most draws/,
  ],
  ['a random generator of its own', family('rng.int(10, 90)', 'Math.ceil(90 * Math.random())'), /use only rng/],
])('%s is found', async (_sin, changes, says) => {
  workspace.put('numeric.recall', RECALL, changes);
  const { code, printed } = await workspace.type('question', 'check');
  expect(printed).toMatch(says);
  expect(code).toBe(1);
});
