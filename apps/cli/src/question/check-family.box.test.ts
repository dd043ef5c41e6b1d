import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Files, Workspace } from './test-workspace';

let workspace: Workspace;
beforeEach(() => {
  workspace = new Workspace();
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
    'a name that no draw fills in',
    { 'question.md': (RECALL['question.md'] ?? '').replace('{{found}}', '{{fuond}}') },
    /names {{fuond}}, which family.mjs does not give/,
  ],
  ['a draw without a tolerance', family('absTol: 0.1', 'absTolerance: 0.1'), /neither absTol nor relTol above 0/],
  [
    'a misconception that the bank does not have',
    family('odds-as-probability', 'odds-as-oddities'),
    /"odds-as-oddities" is not known; add it to misconceptions.yaml/,
  ],
  [
    'a tolerance that lets one number be right most of the time',
    {
      'family.mjs': (RECALL['family.mjs'] ?? '')
        .replace('absTol: 0.1', 'absTol: 40')
        .replace('wrong: [', 'wrong: [], known: ['),
    },
    /one number is right in \d+ % of the draws; narrow the tolerance/,
  ],
  [
    'an answer that stands in the statement',
    family('shown: { found, missed }', 'shown: { found, missed, recall: value }'),
    /the answer is shown as {{recall}} in most draws/,
  ],
  ['a die of its own', family('rng.int(10, 90)', 'Math.ceil(90 * Math.random())'), /use the rng alone/],
])('%s is found', async (_sin, changes, says) => {
  workspace.put('numeric.recall', RECALL, changes);
  const { code, printed } = await workspace.type('question', 'check');
  expect(printed).toMatch(says);
  expect(code).toBe(1);
});
