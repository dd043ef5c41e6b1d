import { createHash } from 'node:crypto';
import type { BankIssue } from './index';
import { hashOf, readBank } from './index';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const CHOICE = `format: 1
title: A rare event
kind: choice
skills: [eval.old-name]
level: 2
minutes: 3
licence: CC-BY-4.0
choose: one
show: 3
options:
  - {id: none-found, key: true, text: It found none., why: Because.}
  - id: it-is-good
    misconception: accuracy-is-quality
    text: It is good.
    why: It is not.
  - {id: more-data, misconception: accuracy-is-quality, text: More data., why: Plenty.}
`;

const CODE = `format: 1
title: Average precision
kind: code
skills: [eval.metrics]
level: 3
minutes: 20
licence: CC-BY-4.0
datasets: [films]
languages:
  python:
    entry: average_precision
    starter: starter.py
    solution: solution/main.py
    alternatives: [solution/brute.py]
    limits: {cpuSeconds: 4, memoryMb: 256}
    mutants:
      - {file: mutants/a.py, misconception: accuracy-is-quality, fails: [ties]}
      - {file: mutants/b.py, misconception: accuracy-is-quality, fails: [ties]}
      - {file: mutants/c.py, misconception: accuracy-is-quality, fails: [ties]}
      - {file: mutants/d.py, misconception: accuracy-is-quality, fails: [ties], by: time}
cases: {make: cases/make.py}
groups:
  ties: {title: Tied scores, points: 4}
compare: {type: value, relTol: 1.0e-9}
`;

const TEXT = 'State it.\n\n```python\n# not a heading\n```\n\n# Hint\nFirst.\n\n# Hint\nSecond.\n\n# Explanation\nBecause.\n';

function aBank(changes: Readonly<Record<string, string | null>> = {}): ReadonlyMap<string, string> {
  const files: Record<string, string | null> = {
    'bank.yaml': 'id: public\nname: Public bank\norganization: null\nuse: practice\nlicence: CC-BY-4.0\n',
    'README.md': 'A bank.',
    'taxonomy.yaml':
      'version: 1\ndomains:\n  - id: eval\n    name: Evaluation\n    skills:\n      - {id: eval.metrics, name: Metrics, kinds: [choice], topics: [ties], aliases: [eval.old-name]}\n',
    'misconceptions.yaml': 'accuracy-is-quality: A high share of right answers means a good model.\n',
    'datasets/films/dataset.yaml':
      'title: Films\norigin: real\nlicence: not stated\nsource: vega-datasets\ndescription: Films.\nfiles: {movies.json: {package: vega-datasets, path: data/movies.json}}\n',
    'questions/choice.rare-event/question.yaml': CHOICE,
    'questions/choice.rare-event/question.md': TEXT,
    'questions/code.average-precision/question.yaml': CODE,
    'questions/code.average-precision/question.md': TEXT,
    ...Object.fromEntries(
      ['starter.py', 'solution/main.py', 'solution/brute.py', 'cases/make.py', ...['a', 'b', 'c', 'd'].map((name) => `mutants/${name}.py`)].map(
        (file) => [`questions/code.average-precision/${file}`, `# ${file}\n`],
      ),
    ),
    ...changes,
  };
  return new Map(Object.entries(files).filter((entry): entry is [string, string] => entry[1] !== null));
}

const issuesOf = (changes: Readonly<Record<string, string | null>>): readonly BankIssue[] => readBank(aBank(changes), { sha256 }).issues;

test('a bank without issues loads whole', () => {
  const bank = readBank(aBank(), { sha256 });
  expect(bank.issues).toEqual([]);
  expect(bank.questions.map(({ bundle }) => bundle.id)).toEqual(['public/choice.rare-event', 'public/code.average-precision']);
  expect(bank.skills).toEqual([
    { id: 'eval.metrics', name: 'Metrics', domainId: 'eval', domainName: 'Evaluation', aliases: ['eval.old-name'] },
  ]);
});

test('an alias of a skill becomes its id', () => {
  expect(readBank(aBank(), { sha256 }).questions[0]?.bundle.skills).toEqual(['eval.metrics']);
});

test('the text splits into statement, hints and explanation, and a comment in a code block is no heading', () => {
  const bundle = readBank(aBank(), { sha256 }).questions[0]?.bundle;
  expect(bundle?.candidate.statement).toBe('State it.\n\n```python\n# not a heading\n```');
  expect(bundle?.candidate.hints).toEqual(['First.', 'Second.']);
  expect(bundle?.secret.explanation).toBe('Because.');
});

test('nothing secret stands in the candidate part', () => {
  for (const { bundle } of readBank(aBank(), { sha256 }).questions) {
    expect(JSON.stringify(bundle.candidate)).not.toMatch(/Because|"key"|misconception|solution|make\.py|mutants/);
  }
});

test('the hash changes with the content and not with the order of keys or the line endings', () => {
  const hashes = (changes = {}): string[] => readBank(aBank(changes), { sha256 }).questions.map(({ hash }) => hash);
  const swapped = CHOICE.replace('level: 2\nminutes: 3', 'minutes: 3\nlevel: 2').replaceAll('\n', '\r\n');
  expect(hashes({ 'questions/choice.rare-event/question.yaml': swapped })).toEqual(hashes());
  const changed = hashes({ 'questions/choice.rare-event/question.yaml': CHOICE.replace('level: 2', 'level: 3') });
  expect(changed[0]).not.toBe(hashes()[0]);
  expect(changed[1]).toBe(hashes()[1]);
  expect(hashOf({ b: 1, a: [{ d: 2, c: 3 }] }, (text) => text)).toBe('{"a":[{"c":3,"d":2}],"b":1}');
});

const choiceYaml = 'questions/choice.rare-event/question.yaml';
const codeYaml = 'questions/code.average-precision/question.yaml';
const choice = (from: string, to: string): Record<string, string> => ({ [choiceYaml]: CHOICE.replace(from, to) });
const code = (from: string, to: string): Record<string, string> => ({ [codeYaml]: CODE.replace(from, to) });

test.each<[string, Record<string, string | null>, string, number | undefined, RegExp]>([
  ['broken YAML', { [choiceYaml]: 'title: [\nkind' }, choiceYaml, 2, /./],
  ['a key given twice', choice('level: 2', 'level: 2\nlevel: 3'), choiceYaml, 6, /unique/i],
  ['an unknown key', choice('choose: one', 'choose: one\nhint: x'), choiceYaml, 9, /"hint" is not known here; remove/],
  ['an unknown key inside an option', choice('    why: It is not.', '    why: It is not.\n    because: x'), choiceYaml, 16, /"because"/],
  ['a missing key', choice('minutes: 3\n', ''), choiceYaml, 1, /"minutes" is missing; add it/],
  ['a wrong value', choice('level: 2', 'level: 9'), choiceYaml, 5, /"level"/],
  ['an unknown kind', choice('kind: choice', 'kind: mcq'), choiceYaml, 3, /"kind" is missing or not one/],
  ['an unknown skill', choice('eval.old-name', 'eval.none'), choiceYaml, 4, /"eval.none" is not known; add it to taxonomy.yaml/],
  ['two keys for one', choice('{id: more-data,', '{id: more-data, key: true,'), choiceYaml, 10, /exactly one key, here are 2/],
  ['no key for many', { [choiceYaml]: CHOICE.replace('choose: one', 'choose: many').replace('key: true', 'misconception: accuracy-is-quality') }, choiceYaml, 10, /needs a key/],
  ['a wrong option without a misconception', choice('    misconception: accuracy-is-quality\n', ''), choiceYaml, 12, /"it-is-good" needs a misconception/],
  ['an unknown misconception', choice('    misconception: accuracy-is-quality', '    misconception: none'), choiceYaml, 13, /"none" is not known; add it to misconceptions/],
  ['room for no wrong option', choice('show: 3', 'show: 1'), choiceYaml, 9, /"show"/],
  ['more shown than there are', choice('show: 3', 'show: 4'), choiceYaml, 9, /there are 3 options/],
  ['an option id used twice', choice('id: more-data', 'id: it-is-good'), choiceYaml, 16, /used twice/],
  ['an unknown dataset', code('[films]', '[films, tides]'), codeYaml, 8, /"tides" is not known/],
  ['python without an entry', code('    entry: average_precision\n', ''), codeYaml, 10, /needs an entry/],
  ['a group that nothing catches', code('groups:\n', 'groups:\n  empty: {title: Empty, points: 1}\n'), codeYaml, 23, /no mutant fails in the group "empty"/],
  ['a mutant that fails in no known group', code('fails: [ties], by', 'fails: [tie], by'), codeYaml, 20, /"tie" is not known; add it to groups/],
  ['three mutants', code('      - {file: mutants/a.py, misconception: accuracy-is-quality, fails: [ties]}\n', ''), codeYaml, 16, /at least four/],
  ['rows compared for python', code('{type: value, relTol: 1.0e-9}', '{type: rows, ordered: true}'), codeYaml, 24, /must be value/],
  ['a file that is not there', { 'questions/code.average-precision/starter.py': null }, codeYaml, 12, /starter.py is not in the folder/],
  ['a file that nothing names', { 'questions/code.average-precision/old.py': '' }, 'questions/code.average-precision/old.py', undefined, /no field of question.yaml names/],
  ['a file outside any question', { 'notes.txt': '' }, 'notes.txt', undefined, /nothing in a bank is kept here/],
  ['no statement', { 'questions/choice.rare-event/question.md': '# Explanation\nx' }, 'questions/choice.rare-event/question.md', 1, /statement is missing/],
  ['no explanation', { 'questions/choice.rare-event/question.md': 'x\n# Hint\ny' }, 'questions/choice.rare-event/question.md', undefined, /explanation is missing/],
  ['a hint below the explanation', { 'questions/choice.rare-event/question.md': 'x\n# Explanation\ny\n# Hint\nz' }, 'questions/choice.rare-event/question.md', 2, /comes once and last/],
  ['a heading of another name', { 'questions/choice.rare-event/question.md': 'x\n# Answer\ny\n# Explanation\nz' }, 'questions/choice.rare-event/question.md', 2, /"# Answer" is not known/],
  ['no question.yaml', { [choiceYaml]: null }, choiceYaml, undefined, /every question has one/],
  ['a broken dataset', { 'datasets/films/dataset.yaml': 'title: Films' }, 'datasets/films/dataset.yaml', 1, /missing/],
])('%s is named with its file and line, and what to do', (_name, ...[changes, file, line, message]) => {
  const issues = issuesOf(changes).filter((issue) => message.test(issue.message));
  expect(issues.map((issue) => [issue.file, issue.line])).toContainEqual([file, line]);
});

test('a question with an issue is left out whole and the rest loads', () => {
  const bank = readBank(aBank({ [choiceYaml]: 'title: [' }), { sha256 });
  expect(bank.questions.map(({ bundle }) => bundle.id)).toEqual(['public/code.average-precision']);
});

test('a folder named after another kind is an issue', () => {
  const moved = { 'questions/code.rare/question.yaml': CHOICE, 'questions/code.rare/question.md': TEXT };
  expect(issuesOf(moved)).toEqual([
    { file: 'questions/code.rare/question.yaml', line: 3, message: 'the kind is choice, so the folder must be named "choice.<slug>"' },
  ]);
});

test.each(['bank.yaml', 'taxonomy.yaml', 'misconceptions.yaml'])('without %s no question loads, and one issue says why', (file) => {
  const bank = readBank(aBank({ [file]: null }), { sha256 });
  expect(bank.questions).toEqual([]);
  expect(bank.issues).toEqual([{ file, message: 'the file is missing; every bank has one' }]);
});

test('a skill id used twice is an issue', () => {
  const taxonomy = aBank().get('taxonomy.yaml') ?? '';
  const twice = `${taxonomy}      - {id: eval.old-name, name: Again, kinds: [], topics: []}\n`;
  expect(issuesOf({ 'taxonomy.yaml': twice })).toEqual([
    { file: 'taxonomy.yaml', line: 7, message: 'the skill id "eval.old-name" is used twice; ids and aliases are never reused' },
  ]);
});
