import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { LANGUAGES, QUESTION_KINDS, readBank } from '@holdout/bank';
import { readBankFiles, sha256 } from '@holdout/bank-files';
import { sharedSandbox, Workspace } from './test-workspace';

const shared = sharedSandbox();
let workspace: Workspace;
beforeEach(() => {
  workspace = new Workspace(shared());
  cpSync(resolve('bank/templates'), join(workspace.path, 'bank/templates'), { recursive: true });
});
afterEach(() => workspace.remove());

const OTHERS = QUESTION_KINDS.filter((kind) => kind !== 'code');

test('a new question of every kind and language loads at once', async () => {
  for (const kind of OTHERS)
    expect(await workspace.type('question', 'new', kind, 'late-labels')).toMatchObject({ code: 0 });
  for (const language of LANGUAGES) {
    const { code } = await workspace.type('question', 'new', 'code', `in-${language}`, '--language', language);
    expect(code).toBe(0);
  }
  const bank = readBank(readBankFiles(join(workspace.path, 'bank')), { sha256 });
  expect(bank.issues).toEqual([]);
  expect(bank.questions).toHaveLength(OTHERS.length + LANGUAGES.length);
  expect(bank.questions.map(({ bundle }) => bundle.title)).toContain('Late labels');
});

test.each([
  ...LANGUAGES.map((language) => ['code', language] as const),
  ['model', null],
  ['numeric', null],
  ['choice', null],
] as const)('a new question of kind %s in %s grades fairly without changes', async (kind, language) => {
  await workspace.type('question', 'new', kind, 'first', ...(language === null ? [] : ['--language', language]));
  const { code, printed } = await workspace.type('question', 'check', '--json');
  const { questions, issues } = JSON.parse(printed) as { questions: { findings: object[] }[]; issues: object[] };
  expect({ issues, findings: questions.map(({ findings }) => findings) }).toEqual({ issues: [], findings: [[]] });
  expect(code).toBe(0);
});

test('your own bank needs only a bank.yaml: what a new question refers to is added', async () => {
  const own = join(workspace.path, 'own');
  mkdirSync(own);
  writeFileSync(
    join(own, 'bank.yaml'),
    readFileSync(resolve('bank/bank.yaml'), 'utf8').replace('id: public', 'id: acme'),
  );
  const { printed } = await workspace.type('question', 'new', 'choice', 'first', '--bank', 'own');
  expect(printed).toContain('taxonomy.yaml, misconceptions.yaml, misconception more-data-fixes-all');
  expect(printed).toContain('./holdout question check choice.first --bank own');
  for (const kind of OTHERS) await workspace.type('question', 'new', kind, 'second', '--bank', 'own');
  const { issues, questions } = readBank(readBankFiles(own), { sha256 });
  expect(issues).toEqual([]);
  expect(questions).toHaveLength(OTHERS.length + 1);
});

test('a bank with its own skills keeps them, and one with broken files is not changed', async () => {
  const taxonomy = readFileSync(join(workspace.path, 'bank/taxonomy.yaml'), 'utf8');
  workspace.write('taxonomy.yaml', taxonomy.replaceAll('eval.validate', 'eval.other'));
  await workspace.type('question', 'new', 'choice', 'first');
  expect(readBank(readBankFiles(join(workspace.path, 'bank')), { sha256 })).toMatchObject({ issues: [] });
  workspace.write('misconceptions.yaml', 'one: [');
  await expect(workspace.type('question', 'new', 'choice', 'second')).rejects.toThrow(/misconceptions.yaml:1: /);
  expect(existsSync(join(workspace.path, 'bank/questions/choice.second'))).toBe(false);
});

test('nothing is overwritten, and a refusal says why', async () => {
  await workspace.type('question', 'new', 'choice', 'twice');
  const made = (...words: readonly string[]) => workspace.type('question', 'new', ...words);
  await expect(made('choice', 'twice')).rejects.toThrow('already exists');
  await expect(made('essay', 'one')).rejects.toThrow(
    'There is no kind of question "essay"; choose one of choice, numeric',
  );
  await expect(made('choice', 'Two Words')).rejects.toThrow('write it in lower case with hyphens');
  await expect(made('code', 'one', '--language', 'cobol')).rejects.toThrow('choose one of python');
  await expect(made('choice', 'one', '--bank', 'nowhere')).rejects.toThrow('it has no bank.yaml');
  expect(existsSync(join(workspace.path, 'bank/questions/choice.one'))).toBe(false);
  expect(await made('choice')).toMatchObject({ code: 2 });
});
