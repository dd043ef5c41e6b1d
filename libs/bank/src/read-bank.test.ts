import { hashOf, readBank } from './index';
import { aBank, CHOICE, CODE, sha256 } from './test-bank';

test('a bank without issues loads completely', () => {
  const bank = readBank(aBank(), { sha256 });
  expect(bank.issues).toEqual([]);
  expect(bank.questions.map(({ bundle }) => bundle.id)).toEqual([
    'public/choice.rare-event',
    'public/code.average-precision',
  ]);
  expect(bank.skills).toEqual([
    { id: 'eval.metrics', name: 'Metrics', domainId: 'eval', domainName: 'Evaluation', aliases: ['eval.old-name'] },
  ]);
});

test('an alias of a skill becomes its id', () => {
  expect(readBank(aBank(), { sha256 }).questions[0]?.bundle.skills).toEqual(['eval.metrics']);
});

test('a subtitle is a field of its own, absent from questions without one', () => {
  const file = 'questions/choice.rare-event/question.yaml';
  const bank = readBank(aBank({ [file]: CHOICE.replace('\nkind:', '\nsubtitle: All is well\nkind:') }), { sha256 });
  expect(bank.issues).toEqual([]);
  expect(bank.questions[0]?.bundle).toMatchObject({ title: 'A rare event', subtitle: 'All is well' });
  expect(bank.questions[1]?.bundle).not.toHaveProperty('subtitle');
});

test('the text splits into statement, hints and explanation, and a comment in a code block is not a heading', () => {
  const bundle = readBank(aBank(), { sha256 }).questions[0]?.bundle;
  expect(bundle?.candidate.statement).toBe('State it.\n\n```python\n# not a heading\n```');
  expect(bundle?.candidate.hints).toEqual(['First.', 'Second.']);
  expect(bundle?.secret.explanation).toBe('Because.');
});

test('several languages keep their order, their fields and their planted solutions', () => {
  const block = / {2}python:[^]*(?=cases:)/.exec(CODE)?.[0] ?? '';
  const scripted = block.replace('  python:', '  typescript:').replaceAll('.py', '.ts');
  const plain = block.replace('    entry:', '    packages: none\n    entry:');
  const files = [
    'starter',
    'solution/main',
    'solution/brute',
    ...['a', 'b', 'c', 'd'].map((name) => `mutants/${name}`),
  ];
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
  expect(languages.typescript).toEqual({
    entry: 'average_precision',
    starter: '// starter\n',
    cpuSeconds: 4,
    memoryMb: 256,
  });
  expect(loaded?.mutants.map(({ language }) => language)).toEqual([
    ...Array(4).fill('python'),
    ...Array(4).fill('typescript'),
  ]);
  expect(loaded?.alternatives.map(({ source }) => source.path)).toEqual(['solution/brute.py', 'solution/brute.ts']);
});

test('the candidate part contains no secret', () => {
  for (const { bundle } of readBank(aBank(), { sha256 }).questions) {
    expect(JSON.stringify(bundle.candidate)).not.toMatch(/Because|"key"|misconception|solution|make\.py|mutants/);
  }
});

test('the hash depends on the content, not on the order of keys or on line endings', () => {
  const hashes = (changes = {}): string[] => readBank(aBank(changes), { sha256 }).questions.map(({ hash }) => hash);
  const swapped = CHOICE.replace('level: 2\nminutes: 3', 'minutes: 3\nlevel: 2').replaceAll('\n', '\r\n');
  expect(hashes({ 'questions/choice.rare-event/question.yaml': swapped })).toEqual(hashes());
  const changed = hashes({ 'questions/choice.rare-event/question.yaml': CHOICE.replace('level: 2', 'level: 3') });
  expect(changed[0]).not.toBe(hashes()[0]);
  expect(changed[1]).toBe(hashes()[1]);
  expect(hashOf({ b: 1, a: [{ d: 2, c: 3 }] }, (text) => text)).toBe('{"a":[{"c":3,"d":2}],"b":1}');
});
