import { readBank } from './index';
import { aBank, CODE, issuesOf, sha256 } from './test-bank';

describe('a simulator', () => {
  const film =
    'title: Films\norigin: simulated\nlicence: CC-BY-4.0\nsource: Ours\ndescription: Films.\nsimulator: simulate.py\n';
  const files = { 'datasets/films/dataset.yaml': film, 'datasets/films/simulate.py': 'def simulate(seed): ...' };

  test('is part of the secret part of its questions, and a change creates another version', () => {
    const { issues, questions } = readBank(aBank(files), { sha256 });
    expect(issues).toEqual([]);
    const [, code] = questions;
    expect(code?.bundle.kind === 'code' && code.bundle.secret.datasets).toEqual([
      { id: 'films', files: {}, simulator: 'def simulate(seed): ...' },
    ]);
    expect(JSON.stringify(code?.bundle.candidate)).not.toContain('def simulate');
    const other = readBank(aBank({ ...files, 'datasets/films/simulate.py': 'def simulate(seed): pass' }), { sha256 });
    expect(other.questions[1]?.hash).not.toBe(code?.hash);
    expect(other.questions[0]?.hash).toBe(questions[0]?.hash);
  });

  test.each<[string, Record<string, string | null>, string, RegExp]>([
    [
      'that is missing',
      { 'datasets/films/simulate.py': null },
      'datasets/films/dataset.yaml',
      /"simulate.py" is missing/,
    ],
    [
      'of real data',
      { 'datasets/films/dataset.yaml': film.replace('simulated', 'real') },
      'datasets/films/dataset.yaml',
      /origin: simulated/,
    ],
    [
      'that Python cannot import',
      { 'datasets/old-films/dataset.yaml': film, 'datasets/old-films/simulate.py': '' },
      'datasets/old-films/dataset.yaml',
      /letters only/,
    ],
    [
      'that no dataset names',
      { 'datasets/films/other.py': '' },
      'datasets/films/other.py',
      /a bank has no files at this path/,
    ],
  ])('%s is an issue', (_name, changes, file, message) => {
    const issues = issuesOf({ ...files, ...changes });
    expect(issues.find((issue) => issue.file === file)?.message).toMatch(message);
  });
});

describe('a generator in R', () => {
  const folder = 'questions/code.average-precision';
  const files = [
    'starter',
    'solution/main',
    'solution/brute',
    'cases/make',
    ...['a', 'b', 'c', 'd'].map((name) => `mutants/${name}`),
  ];
  const inR = {
    [`${folder}/question.yaml`]: CODE.replace('  python:', '  r:').replaceAll('.py', '.R'),
    ...Object.fromEntries(
      files.flatMap((file) => [
        [`${folder}/${file}.py`, null],
        [`${folder}/${file}.R`, `# ${file}\n`],
      ]),
    ),
  };

  test('is allowed if the first language of the question is R', () => {
    const { issues, questions } = readBank(aBank(inR), { sha256 });
    expect(issues).toEqual([]);
    const [, loaded] = questions;
    expect(loaded?.bundle.kind === 'code' && loaded.bundle.secret.make).toEqual({
      path: 'cases/make.R',
      text: '# cases/make\n',
    });
  });

  test('cannot import a simulator, which is Python', () => {
    const simulated = {
      'datasets/films/dataset.yaml':
        'title: Films\norigin: simulated\nlicence: CC-BY-4.0\nsource: Ours\ndescription: Films.\nsimulator: simulate.py\n',
      'datasets/films/simulate.py': 'def simulate(seed): ...',
    };
    expect(issuesOf({ ...inR, ...simulated }).map(({ message }) => message)).toEqual([
      expect.stringMatching(/simulator of films/),
    ]);
  });
});

test.each([
  [
    'a package that leads out of the installed ones',
    'a.json: { package: ../../etc, path: passwd }',
    /name of an npm package/,
  ],
  ['a package with a path', 'a.json: { package: films/.., path: passwd }', /name of an npm package/],
  ['a file in the box outside its dataset', '../a.json: { package: films, path: a.json }', /Invalid key/],
])('a dataset with %s is refused', (_what, file, message) => {
  const yaml = `title: Films\norigin: real\nlicence: CC-BY-4.0\nsource: Ours\ndescription: Films.\nfiles:\n  ${file}\n`;
  const issues = issuesOf({ 'datasets/films/dataset.yaml': yaml });
  expect(issues.filter((issue) => issue.file === 'datasets/films/dataset.yaml')).toEqual([
    expect.objectContaining({ line: 7, message: expect.stringMatching(message) as string }),
  ]);
});
