import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COUNT_BETWEEN, sharedSandbox, Workspace } from './test-workspace';

const shared = sharedSandbox();
let workspace: Workspace;
beforeEach(() => {
  workspace = new Workspace(shared());
});
afterEach(() => workspace.remove());

type Report = {
  readonly issues: readonly { readonly file: string; readonly line?: number; readonly message: string }[];
  readonly questions: readonly {
    readonly findings: readonly { readonly rule: string; readonly file?: string; readonly message: string }[];
    readonly faults?: Readonly<
      Record<string, { readonly planted: number; readonly caught: number; readonly waived: number }>
    >;
  }[];
  readonly unchanged: readonly string[];
  readonly unable: readonly { readonly id: string; readonly reason: string }[];
};

async function checked(...words: readonly string[]): Promise<Report & { readonly code: number }> {
  const { code, printed } = await workspace.type('question', 'check', ...words, '--json');
  return { code, ...(JSON.parse(printed) as Report) };
}

const text = (name: keyof typeof COUNT_BETWEEN): string => COUNT_BETWEEN[name] ?? '';

test('a fair question passes with every fault detected, is recorded, and is checked again when anything changes', async () => {
  workspace.put('code.between', COUNT_BETWEEN);
  const first = await checked();
  expect(first).toMatchObject({ code: 0, issues: [], unchanged: [], questions: [{ findings: [] }] });
  const { planted = 0, caught = 0 } = first.questions[0]?.faults?.['python'] ?? {};
  expect(planted).toBeGreaterThan(5);
  expect(caught).toBe(planted);
  expect(JSON.parse(readFileSync(join(workspace.path, 'bank/checked.json'), 'utf8'))).toMatchObject({
    items: { 'public/code.between': { faults: { python: { planted, caught } } } },
  });
  expect(await checked()).toMatchObject({ code: 0, questions: [], unchanged: ['public/code.between'] });
  workspace.put('code.between', { 'mutants/open.py': `# Both ends are left out.\n${text('mutants/open.py')}` });
  expect(await checked()).toMatchObject({ questions: [{ findings: [] }], unchanged: [] });
});

/** Mistakes of authors, with the rule and the message that report them. */
const SINS: readonly (readonly [
  sin: string,
  changes: Readonly<Record<string, string | null>>,
  rule: string,
  says: RegExp,
])[] = [
  [
    'a mutant that is correct',
    { 'mutants/open.py': text('solution/main.py') },
    'mutants',
    /group edges ends as passed on seed 1, but must fail by answer/,
  ],
  [
    'a mutant that fails for another reason',
    {
      'mutants/crashes.py': text('mutants/crashes.py')
        .replace('values[0]', 'values or [0]')
        .replace('return ', 'return -'),
    },
    'mutants',
    /but must fail by crash/,
  ],
  ['a starter that solves it', { 'starter.py': text('solution/main.py') }, 'guesses', /python starter ends as passed/],
  ['an alternative that is wrong', { 'solution/sorted.py': text('mutants/closed.py') }, 'alternatives', /it must pass/],
  [
    'a slow reference',
    {
      'solution/main.py': `import time\nbegan = time.process_time()\nwhile time.process_time() - began < 0.7: pass\n${text('solution/main.py')}`,
      'question.yaml': text('question.yaml').replace('cpuSeconds: 2', 'cpuSeconds: 1'),
    },
    'references',
    /raise cpuSeconds to twice what it needs/,
  ],
  [
    'cases that do not detect small faults',
    { 'cases/make.py': text('cases/make.py').replace('+ [low, low, high, high]', '').replace('range(60)', 'range(3)') },
    'faults',
    /survives: .*add a case that detects it/,
  ],
  [
    'cases that a constant solves',
    {
      'cases/make.py':
        'def make(seed, part):\n    one = [{"args": [[seed % 7 + 1, 9], 0, 9]}]\n    return {"plain": one, "edges": one, "empty": one}\n',
    },
    'guesses',
    /the constant 1 passes the hidden cases/,
  ],
  [
    'hidden cases that are public',
    { 'cases/make.py': text('cases/make.py').replace('{seed} {part}', '1') },
    'hidden-data',
    /hidden cases are also public/,
  ],
  [
    'a generator that throws',
    { 'cases/make.py': 'def make(seed, part):\n    return 1 / 0\n' },
    'cases',
    /ZeroDivisionError/,
  ],
  [
    'a generator that is not deterministic',
    { 'cases/make.py': text('cases/make.py').replace('f"{seed} {part}"', '') },
    'cases',
    /different values when run again/,
  ],
];

test.each(SINS)('%s is reported', async (_sin, changes, rule, says) => {
  workspace.put('code.between', COUNT_BETWEEN, changes);
  const { code, issues, questions } = await checked();
  expect(issues).toEqual([]);
  expect(code).toBe(1);
  const found = questions[0]?.findings.filter((finding) => finding.rule === rule) ?? [];
  expect(found.map(({ message }) => message).join('\n')).toMatch(says);
});

test('a waiver removes a survivor, and an unnecessary waiver is reported', async () => {
  const weak = { 'cases/make.py': text('cases/make.py').replace('range(60)', 'range(40)') };
  workspace.put('code.between', COUNT_BETWEEN, {
    ...weak,
    'question.yaml': text('question.yaml').replace(
      '    mutants:',
      '    waived: [{fault: "boundary@9:9 \\"<\\" to \\"<=\\"", why: "nothing is there to be changed"}]\n    mutants:',
    ),
  });
  const { questions } = await checked();
  expect(questions[0]?.findings.map(({ message }) => message)).toEqual([
    'the waiver of boundary@9:9 "<" to "<=" is not needed; remove it',
  ]);
});

test('broken files are reported with line and remedy, and are not loaded', async () => {
  workspace.put('code.between', COUNT_BETWEEN);
  workspace.put('code.broken', COUNT_BETWEEN, { 'question.yaml': `${text('question.yaml')}tags: [x]\n` });
  const { code, issues, questions } = await checked();
  expect(code).toBe(1);
  expect(issues).toEqual([expect.objectContaining({ file: 'questions/code.broken/question.yaml' })]);
  expect(questions).toHaveLength(1);
});

test('both of two questions with nearly the same statement are reported', async () => {
  const statement = `${text('question.md').split('\n')[0] ?? ''} ${'Every value is a whole number and counts as often as it comes. '.repeat(2)}`;
  const markdown = text('question.md').replace(/^.*/, statement);
  workspace.put('code.between', COUNT_BETWEEN, { 'question.md': markdown });
  workspace.put('code.between-again', COUNT_BETWEEN, { 'question.md': markdown });
  const { questions } = await checked();
  const rules = questions.map(({ findings }) => findings.map(({ rule }) => rule));
  expect(rules).toEqual([['near-duplicates'], ['near-duplicates']]);
});

test('a question that does not load is reported with its own issues only', async () => {
  const broken = { 'question.yaml': `${text('question.yaml')}tags: [x]\n` };
  workspace.put('code.broken', COUNT_BETWEEN, broken);
  workspace.put('code.broken-too', COUNT_BETWEEN, broken);
  const { code, issues, questions } = await checked('code.broken');
  expect(issues.map(({ file }) => file)).toEqual(['questions/code.broken/question.yaml']);
  expect({ code, questions }).toEqual({ code: 1, questions: [] });
});

test('a dataset that is not installed stops only its own question, and results are stored', async () => {
  workspace.write(
    'datasets/gone/dataset.yaml',
    'title: Gone\norigin: real\nlicence: MIT\nsource: Nobody\ndescription: None.\nfiles: {a.csv: {package: no-such-package, path: a.csv}}\n',
  );
  const lacking = text('question.yaml').replace('cases:', 'datasets: [gone]\ncases:');
  workspace.put('code.a-lacking', COUNT_BETWEEN, {
    'question.yaml': lacking.replace('ignores-direction', 'lookup'),
    'question.md': text('question.md').replace(/^.*/, 'How many of these?'),
  });
  workspace.put('code.between', COUNT_BETWEEN);
  const { code, questions, unable } = await checked();
  expect(unable).toEqual([
    { id: 'public/code.a-lacking', reason: 'the dataset file no-such-package/a.csv is not installed' },
  ]);
  expect({ code, findings: questions.map(({ findings }) => findings) }).toEqual({ code: 2, findings: [[]] });
  expect(await checked('code.between')).toMatchObject({ code: 0, unchanged: ['public/code.between'] });
});

test.each([
  ['is damaged', '<<<<<<< ours\n{'],
  ['is of a later version', JSON.stringify({ checker: 1_000_000, grader: 'later', items: {} })],
])('a checked.json that %s is reported and rewritten', async (_what, ledger) => {
  workspace.put('code.between', COUNT_BETWEEN);
  workspace.write('checked.json', ledger);
  const { code, printed, told } = await workspace.type('question', 'check');
  expect(code).toBe(0);
  expect(told).toContain('Every question is checked, and the file is rewritten');
  expect(printed).toContain('1 fair (0 unchanged');
  expect(await checked()).toMatchObject({ unchanged: ['public/code.between'] });
});

test('a check reports its findings even if results cannot be stored', async () => {
  workspace.put('code.between', COUNT_BETWEEN);
  mkdirSync(join(workspace.path, 'bank/checked.json'));
  const { code, told } = await workspace.type('question', 'check');
  expect(code).toBe(0);
  expect(told).toContain('Results cannot be stored');
  expect(readdirSync(join(workspace.path, 'bank')).filter((name) => name.startsWith('.'))).toEqual([]);
});

test('an unknown question is reported, with another exit code', async () => {
  await expect(workspace.type('question', 'check', 'code.none')).rejects.toThrow('There is no question code.none');
});
