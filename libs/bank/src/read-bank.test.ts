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

const SQL_BLOCK = / {2}python:[^]*(?=cases:)/.exec(CODE)?.[0].replace('  python:', '  sql:').replace(/ *entry: .*\n/, '').replaceAll('.py', '.sql') ?? '';

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

test('languages beside each other keep their order, their own fields and their planted solutions', () => {
  const block = / {2}python:[^]*(?=cases:)/.exec(CODE)?.[0] ?? '';
  const scripted = block.replace('  python:', '  typescript:').replaceAll('.py', '.ts');
  const plain = block.replace('    entry:', '    packages: none\n    entry:');
  const files = ['starter', 'solution/main', 'solution/brute', ...['a', 'b', 'c', 'd'].map((name) => `mutants/${name}`)];
  const bank = readBank(
    aBank({
      'questions/code.average-precision/question.yaml': CODE.replace(block, scripted + plain),
      ...Object.fromEntries(files.map((file) => [`questions/code.average-precision/${file}.ts`, `// ${file}\n`])),
    }),
    { sha256 },
  );
  expect(bank.issues).toEqual([]);
  const loaded = bank.questions[1];
  const languages = loaded?.bundle.kind === 'code' ? loaded.bundle.candidate.languages : {};
  expect(Object.keys(languages)).toEqual(['python', 'typescript']);
  expect(languages.python?.packages).toBe('none');
  expect(languages.typescript).toEqual({ entry: 'average_precision', starter: '// starter\n', cpuSeconds: 4, memoryMb: 256 });
  expect(loaded?.mutants.map(({ language }) => language)).toEqual([...Array(4).fill('python'), ...Array(4).fill('typescript')]);
  expect(loaded?.alternatives.map(({ source }) => source.path)).toEqual(['solution/brute.py', 'solution/brute.ts']);
});

describe('a simulator', () => {
  const film = 'title: Films\norigin: simulated\nlicence: CC-BY-4.0\nsource: Ours\ndescription: Films.\nsimulator: simulate.py\n';
  const files = { 'datasets/films/dataset.yaml': film, 'datasets/films/simulate.py': 'def simulate(seed): ...' };

  test('goes with the secret part of its questions, and another text is another version', () => {
    const { issues, questions } = readBank(aBank(files), { sha256 });
    expect(issues).toEqual([]);
    const [, code] = questions;
    expect(code?.bundle.kind === 'code' && code.bundle.secret.datasets).toEqual([{ id: 'films', files: {}, simulator: 'def simulate(seed): ...' }]);
    expect(JSON.stringify(code?.bundle.candidate)).not.toContain('def simulate');
    const other = readBank(aBank({ ...files, 'datasets/films/simulate.py': 'def simulate(seed): pass' }), { sha256 });
    expect(other.questions[1]?.hash).not.toBe(code?.hash);
    expect(other.questions[0]?.hash).toBe(questions[0]?.hash);
  });

  test.each<[string, Record<string, string | null>, string, RegExp]>([
    ['that is not there', { 'datasets/films/simulate.py': null }, 'datasets/films/dataset.yaml', /"simulate.py" is missing/],
    ['of real data', { 'datasets/films/dataset.yaml': film.replace('simulated', 'real') }, 'datasets/films/dataset.yaml', /origin: simulated/],
    ['that Python cannot import', { 'datasets/old-films/dataset.yaml': film, 'datasets/old-films/simulate.py': '' }, 'datasets/old-films/dataset.yaml', /letters only/],
    ['that no dataset names', { 'datasets/films/other.py': '' }, 'datasets/films/other.py', /nothing in a bank is kept here/],
  ])('%s is an issue', (_name, changes, file, message) => {
    const issues = issuesOf({ ...files, ...changes });
    expect(issues.find((issue) => issue.file === file)?.message).toMatch(message);
  });
});

describe('a generator in R', () => {
  const folder = 'questions/code.average-precision';
  const files = ['starter', 'solution/main', 'solution/brute', 'cases/make', ...['a', 'b', 'c', 'd'].map((name) => `mutants/${name}`)];
  const inR = {
    [`${folder}/question.yaml`]: CODE.replace('  python:', '  r:').replaceAll('.py', '.R'),
    ...Object.fromEntries(files.flatMap((file) => [[`${folder}/${file}.py`, null], [`${folder}/${file}.R`, `# ${file}\n`]])),
  };

  test('is taken where the question is answered in R', () => {
    const { issues, questions } = readBank(aBank(inR), { sha256 });
    expect(issues).toEqual([]);
    const [, loaded] = questions;
    expect(loaded?.bundle.kind === 'code' && loaded.bundle.secret.make).toEqual({ path: 'cases/make.R', text: '# cases/make\n' });
  });

  test('cannot import a simulator, which is Python', () => {
    const simulated = {
      'datasets/films/dataset.yaml': 'title: Films\norigin: simulated\nlicence: CC-BY-4.0\nsource: Ours\ndescription: Films.\nsimulator: simulate.py\n',
      'datasets/films/simulate.py': 'def simulate(seed): ...',
    };
    expect(issuesOf({ ...inR, ...simulated }).map(({ message }) => message)).toEqual([expect.stringMatching(/simulator of films/)]);
  });
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
  ['an entry for SQL', code('  python:\n', '  sql:\n'), codeYaml, 11, /SQL has no entry/],
  ['packages outside Python', code('  python:\n', '  r:\n    packages: none\n'), codeYaml, 11, /only python has "packages"/],
  ['a dialect outside SQL', code('    entry:', '    dialect: sqlite\n    entry:'), codeYaml, 11, /only sql has "dialect"/],
  ['writing outside SQL', code('    entry:', '    mayWrite: true\n    entry:'), codeYaml, 11, /only sql has "mayWrite"/],
  ['a file of another language', code('  python:\n', '  javascript:\n'), codeYaml, 13, /a file of javascript ends in .mjs or .js; rename solution/],
  ['a generator of no known language', code('cases/make.py', 'cases/make.mjs'), codeYaml, 21, /ends in .py or .R or .r; rename cases\/make.mjs/],
  ['a generator in R for Python', code('cases/make.py', 'cases/make.R'), codeYaml, 21, /whose first language is R; write it in Python/],
  ['SQL beside another language', { [codeYaml]: CODE.replace('languages:\n', `languages:\n${SQL_BLOCK}`) }, codeYaml, 9, /SQL shares its cases with no other/],
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
