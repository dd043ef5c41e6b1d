import { join, resolve } from 'node:path';
import { readBank } from '@holdout/bank';
import { readBankFiles, sha256 } from '@holdout/bank-files';
import { RULES } from '@holdout/question-check';

const BANK = resolve('bank');
const SHARED = ['bank.yaml', 'taxonomy.yaml', 'misconceptions.yaml'];
const copies = RULES.find(({ id }) => id === 'copies');

type Question = ReturnType<typeof readBank>['questions'][number];

/** This rule only reads files, so it needs neither a lab nor random numbers. */
async function found(question: Question): Promise<readonly string[]> {
  const report = await copies?.check({ question } as never);
  return report?.findings.map(({ message }) => message) ?? ['there is no such rule'];
}

/** The question of a template with one file replaced. */
function changed(
  template: string,
  path: string,
  change: (text: string, others: ReadonlyMap<string, string>) => string,
) {
  const own = readBankFiles(join(BANK, 'templates', template));
  const name = `${template.split('-', 1)[0] ?? template}.an-example`;
  const shared = [...readBankFiles(BANK)].filter(([file]) => SHARED.includes(file));
  const texts = [...own].map(([file, text]) => {
    const written = text.replace('{{title}}', 'An example');
    return [`questions/${name}/${file}`, file === path ? change(written, own) : written] as const;
  });
  const { questions, issues } = readBank(new Map([...shared, ...texts]), { sha256 });
  expect(issues).toEqual([]);
  return questions[0] as Question;
}

const as =
  (path: string, comment = '') =>
  (_: string, others: ReadonlyMap<string, string>) =>
    `${comment}${others.get(path) ?? ''}`;

test.each<[string, string, string, Parameters<typeof changed>[2], RegExp]>([
  [
    'an alternative that is the reference',
    'code-python',
    'solution/sorted.py',
    as('solution/main.py', '# Another way.\n'),
    /it is a copy of solution\/main.py/,
  ],
  [
    'a mistake planted twice',
    'code-sql',
    'mutants/zero.sql',
    as('mutants/closed.sql', '-- Another.\n'),
    /it is a copy of mutants\/closed.sql/,
  ],
  [
    'a weak sample that is a copy of the strong one',
    'scenario',
    'samples/weak.md',
    as('samples/strong.md'),
    /the weak sample is a copy of the strong sample/,
  ],
  [
    'two options that say the same',
    'choice',
    'question.yaml',
    (text) => text.replace(/text: Test on a fifth.*/, 'text: Test on rows that are later than all training rows.'),
    /later-rows and at-random say the same/,
  ],
  [
    'a key that is in the statement',
    'choice',
    'question.md',
    (text) => `Some say: *test on rows* that are later than all training rows.\n\n${text}`,
    /the statement contains the correct option later-rows word for word/,
  ],
  [
    'an oracle that imports the family',
    'numeric',
    'solution/oracle.mjs',
    (text) => `import { make } from './family.mjs';\n${text}`,
    /an oracle may not import anything/,
  ],
])('%s is found', async (_sin, ...[template, path, change, says]) => {
  expect(await found(changed(template, path, (text) => text))).toEqual([]);
  expect((await found(changed(template, path, change))).join('\n')).toMatch(says);
});

test('two mutants that differ in one digit after a division sign are different', async () => {
  const text = (_: string, others: ReadonlyMap<string, string>): string =>
    `${others.get('mutants/closed.py') ?? ''}\nhalf = 9 // 2\n`;
  expect(await found(changed('code-python', 'mutants/open.py', text))).toEqual([]);
});

test('no question of the bank has copies that must differ', async () => {
  const { questions } = readBank(readBankFiles(BANK), { sha256 });
  for (const question of questions)
    expect([question.bundle.id, await found(question)]).toEqual([question.bundle.id, []]);
});
