import { readBank } from './index';
import { aBank, CHOICE, CODE, issuesOf, sha256, SQL_BLOCK, TEXT } from './test-bank';

const choiceYaml = 'questions/choice.rare-event/question.yaml';
const codeYaml = 'questions/code.average-precision/question.yaml';
const choice = (from: string, to: string): Record<string, string> => ({ [choiceYaml]: CHOICE.replace(from, to) });
const code = (from: string, to: string): Record<string, string> => ({ [codeYaml]: CODE.replace(from, to) });

test.each<[string, Record<string, string | null>, string, number | undefined, RegExp]>([
  ['broken YAML', { [choiceYaml]: 'title: [\nkind' }, choiceYaml, 2, /./],
  ['a key given twice', choice('level: 2', 'level: 2\nlevel: 3'), choiceYaml, 6, /unique/i],
  ['an unknown key', choice('choose: one', 'choose: one\nhint: x'), choiceYaml, 9, /"hint" is not known here; remove/],
  [
    'an unknown key inside an option',
    choice('    why: It is not.', '    why: It is not.\n    because: x'),
    choiceYaml,
    16,
    /"because"/,
  ],
  ['a missing key', choice('minutes: 3\n', ''), choiceYaml, 1, /"minutes" is missing; add it/],
  ['a wrong value', choice('level: 2', 'level: 9'), choiceYaml, 5, /"level"/],
  ['a subtitle too short', choice('kind:', 'subtitle: No\nkind:'), choiceYaml, 3, /"subtitle"/],
  ['an unknown kind', choice('kind: choice', 'kind: mcq'), choiceYaml, 3, /"kind" is missing or not a known value/],
  [
    'an unknown skill',
    choice('eval.old-name', 'eval.none'),
    choiceYaml,
    4,
    /"eval.none" is not known; add it to taxonomy.yaml/,
  ],
  [
    'two keys with choose: one',
    choice('{id: more-data,', '{id: more-data, key: true,'),
    choiceYaml,
    10,
    /exactly one key, but there are 2/,
  ],
  [
    'no key with choose: many',
    {
      [choiceYaml]: CHOICE.replace('choose: one', 'choose: many').replace(
        'key: true',
        'misconception: accuracy-is-quality',
      ),
    },
    choiceYaml,
    10,
    /needs a key/,
  ],
  [
    'a wrong option without a misconception',
    choice('    misconception: accuracy-is-quality\n', ''),
    choiceYaml,
    12,
    /"it-is-good" needs a misconception/,
  ],
  [
    'an unknown misconception',
    choice('    misconception: accuracy-is-quality', '    misconception: none'),
    choiceYaml,
    13,
    /"none" is not known; add it to misconceptions/,
  ],
  ['a show without room for a wrong option', choice('show: 3', 'show: 1'), choiceYaml, 9, /"show"/],
  ['a show above the number of options', choice('show: 3', 'show: 4'), choiceYaml, 9, /there are 3 options/],
  ['an option id used twice', choice('id: more-data', 'id: it-is-good'), choiceYaml, 16, /used twice/],
  ['an unknown dataset', code('[films]', '[films, tides]'), codeYaml, 8, /"tides" is not known/],
  ['python without an entry', code('    entry: average_precision\n', ''), codeYaml, 10, /needs an entry/],
  [
    'a group without a mutant that fails in it',
    code('groups:\n', 'groups:\n  empty: {title: Empty, points: 1}\n'),
    codeYaml,
    23,
    /no mutant fails in the group "empty"/,
  ],
  [
    'a mutant that fails in no known group',
    code('fails: [ties], by', 'fails: [tie], by'),
    codeYaml,
    20,
    /"tie" is not known; add it to groups/,
  ],
  [
    'only three mutants',
    code('      - {file: mutants/a.py, misconception: accuracy-is-quality, fails: [ties]}\n', ''),
    codeYaml,
    16,
    /at least four/,
  ],
  [
    'a comparison of rows for Python',
    code('{type: value, relTol: 1.0e-9}', '{type: rows, ordered: true}'),
    codeYaml,
    24,
    /must be value/,
  ],
  ['an entry for SQL', code('  python:\n', '  sql:\n'), codeYaml, 11, /SQL has no entry/],
  [
    'packages outside Python',
    code('  python:\n', '  r:\n    packages: none\n'),
    codeYaml,
    11,
    /only python has "packages"/,
  ],
  [
    'a dialect outside SQL',
    code('    entry:', '    dialect: sqlite\n    entry:'),
    codeYaml,
    11,
    /only sql has "dialect"/,
  ],
  [
    'a writing permission outside SQL',
    code('    entry:', '    mayWrite: true\n    entry:'),
    codeYaml,
    11,
    /only sql has "mayWrite"/,
  ],
  [
    'a file of another language',
    code('  python:\n', '  javascript:\n'),
    codeYaml,
    13,
    /a file of javascript ends in .mjs or .js; rename solution/,
  ],
  [
    'a generator of no known language',
    code('cases/make.py', 'cases/make.mjs'),
    codeYaml,
    21,
    /ends in .py or .R or .r; rename cases\/make.mjs/,
  ],
  [
    'a generator in R for Python',
    code('cases/make.py', 'cases/make.R'),
    codeYaml,
    21,
    /needs R as the first language of the question; write it in Python/,
  ],
  [
    'a rule that forbids nothing',
    code('compare:', 'forbid: {}\ncompare:'),
    codeYaml,
    24,
    /forbid mutation, imports or both/,
  ],
  [
    'a mutation that the question allows',
    code('compare:', 'forbid: { mutation: false }\ncompare:'),
    codeYaml,
    24,
    /forbid.mutation/,
  ],
  [
    'SQL together with another language',
    { [codeYaml]: CODE.replace('languages:\n', `languages:\n${SQL_BLOCK}`) },
    codeYaml,
    9,
    /SQL cannot share its cases with another/,
  ],
  [
    'a missing file',
    { 'questions/code.average-precision/starter.py': null },
    codeYaml,
    12,
    /starter.py is not in the folder/,
  ],
  [
    'a file that no field names',
    { 'questions/code.average-precision/old.py': '' },
    'questions/code.average-precision/old.py',
    undefined,
    /no field of question.yaml names/,
  ],
  ['a file outside any question', { 'notes.txt': '' }, 'notes.txt', undefined, /a bank has no files at this path/],
  [
    'a missing statement',
    { 'questions/choice.rare-event/question.md': '# Explanation\nx' },
    'questions/choice.rare-event/question.md',
    1,
    /statement is missing/,
  ],
  [
    'a missing explanation',
    { 'questions/choice.rare-event/question.md': 'x\n# Hint\ny' },
    'questions/choice.rare-event/question.md',
    undefined,
    /explanation is missing/,
  ],
  [
    'a hint below the explanation',
    { 'questions/choice.rare-event/question.md': 'x\n# Explanation\ny\n# Hint\nz' },
    'questions/choice.rare-event/question.md',
    2,
    /must be the last section/,
  ],
  [
    'an unknown heading',
    { 'questions/choice.rare-event/question.md': 'x\n# Answer\ny\n# Explanation\nz' },
    'questions/choice.rare-event/question.md',
    2,
    /"# Answer" is not known/,
  ],
  ['a missing question.yaml', { [choiceYaml]: null }, choiceYaml, undefined, /every question has one/],
  ['a broken dataset', { 'datasets/films/dataset.yaml': 'title: Films' }, 'datasets/films/dataset.yaml', 1, /missing/],
])('%s is reported with file, line and remedy', (_name, ...[changes, file, line, message]) => {
  const issues = issuesOf(changes).filter((issue) => message.test(issue.message));
  expect(issues.map((issue) => [issue.file, issue.line])).toContainEqual([file, line]);
});

test('a question with an issue is not loaded, and the others are', () => {
  const bank = readBank(aBank({ [choiceYaml]: 'title: [' }), { sha256 });
  expect(bank.questions.map(({ bundle }) => bundle.id)).toEqual(['public/code.average-precision']);
});

test('a folder whose name starts with another kind is an issue', () => {
  const moved = { 'questions/code.rare/question.yaml': CHOICE, 'questions/code.rare/question.md': TEXT };
  expect(issuesOf(moved)).toEqual([
    {
      file: 'questions/code.rare/question.yaml',
      line: 3,
      message: 'the kind is choice, so the folder must be named "choice.<slug>"',
    },
  ]);
});

test.each(['bank.yaml', 'taxonomy.yaml', 'misconceptions.yaml'])(
  'without %s no question loads, and one issue gives the reason',
  (file) => {
    const bank = readBank(aBank({ [file]: null }), { sha256 });
    expect(bank.questions).toEqual([]);
    expect(bank.issues).toEqual([{ file, message: 'the file is missing; every bank has one' }]);
  },
);

test('a skill id used twice is an issue', () => {
  const taxonomy = aBank().get('taxonomy.yaml') ?? '';
  const twice = `${taxonomy}      - {id: eval.old-name, name: Again, kinds: [], topics: []}\n`;
  expect(issuesOf({ 'taxonomy.yaml': twice })).toEqual([
    {
      file: 'taxonomy.yaml',
      line: 7,
      message: 'the skill id "eval.old-name" is used twice; ids and aliases are never reused',
    },
  ]);
});
