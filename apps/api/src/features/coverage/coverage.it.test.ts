import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readBank } from '@holdout/bank';
import { readBankFiles, sha256 } from '@holdout/bank-files';
import { systemClock } from '@holdout/persistence';
import { checkKeyOf, EMPTY_LEDGER, writeLedger } from '@holdout/question-check';
import { EXAMPLE_BANK, GraphQLClient, makeScratchDatabase, writeBank } from '@holdout/testing';
import { Administration } from '../../administration/administration';
import { API_TEMPLATE, startTestApi, type TestApi } from '../../test-api';
import { BankLoader } from '../question-bank/bank-loader';

const CODE = 'code.average-precision-ties';
const FAULTS = { planted: 30, caught: 28, waived: 1 };
const COVERAGE = `{ coverage { questionCount counts { kind level questionCount }
  domains { name questionCount skills { skill { id } counts { kind level questionCount } } }
  codeChecks { slug language faults { planted caught waived } } } }`;

type Count = { kind: string; level: number; questionCount: number };
type Skills = { skill: { id: string }; counts: Count[] }[];
type Covered = {
  questionCount: number;
  counts: Count[];
  domains: { name: string; questionCount: number; skills: Skills }[];
  codeChecks: { slug: string; language: string; faults: object | null }[];
};

let api: TestApi;
let bank: { directory: string; drop(): Promise<void> };

beforeAll(async () => {
  bank = await writeBank(new Map());
  await cp('bank', bank.directory, { recursive: true, filter: (path) => !path.endsWith('checked.json') });
  api = await startTestApi(await makeScratchDatabase(API_TEMPLATE), { environment: { HOLDOUT_BANKS: bank.directory } });
});
afterAll(async () => {
  await api.stop();
  await bank.drop();
});

const read = async (): Promise<Covered> =>
  (await new GraphQLClient(api.url).ask<{ coverage: Covered }>(COVERAGE)).coverage;
const load = (directory: string) => api.app.get(BankLoader).load(directory);
const sum = (counts: readonly Count[]): number => counts.reduce((total, { questionCount }) => total + questionCount, 0);
const checkOf = async (slug: string): Promise<object | null | undefined> =>
  (await read()).codeChecks.find((check) => check.slug === slug)?.faults;

async function keepChecked(): Promise<void> {
  const { questions } = readBank(readBankFiles(bank.directory), { sha256 });
  const code = questions.find(({ bundle }) => bundle.id === `public/${CODE}`);
  if (code === undefined) throw new Error(`${CODE} was not found`);
  const items = { [`public/${CODE}`]: { key: checkKeyOf(code, sha256), faults: { python: FAULTS } } };
  await writeFile(join(bank.directory, 'checked.json'), writeLedger({ ...EMPTY_LEDGER, items }));
}

test('questions are counted once in total and once per skill; a skill without questions is listed', async () => {
  const { questions } = readBank(readBankFiles(bank.directory), { sha256 });
  const { questionCount, counts, domains } = await read();
  const skills = domains.flatMap((domain) => domain.skills);
  expect(questionCount).toBe(questions.length);
  expect(sum(counts)).toBe(questions.length);
  expect(sum(skills.flatMap((each) => each.counts))).toBe(questions.flatMap(({ bundle }) => bundle.skills).length);
  expect(skills.some((each) => each.counts.length === 0)).toBe(true);
  for (const domain of domains)
    expect(domain.questionCount).toBeLessThanOrEqual(sum(domain.skills.flatMap((each) => each.counts)));
});

test('a bank that was never checked has no figures; a checked bank has those of exactly its versions', async () => {
  expect(await checkOf(CODE)).toBeNull();
  await keepChecked();
  await load(bank.directory);
  expect(await checkOf(CODE)).toEqual(FAULTS);
  const file = join(bank.directory, 'questions', CODE, 'question.md');
  await writeFile(file, `${await readFile(file, 'utf8')}\nOne more sentence.\n`);
  await load(bank.directory);
  expect(await checkOf(CODE)).toBeNull();
});

test('a bank of an organization is not counted', async () => {
  const before = await read();
  await new Administration(api.db, systemClock).createOrganization(
    { slug: 'acme', name: 'Acme' },
    { email: 'admin@acme.example', password: 'correct horse battery', displayName: 'A person' },
  );
  const yaml = 'id: acme\nname: Acme bank\norganization: acme\nuse: both\nlicence: own\n';
  const theirs = await writeBank(new Map(EXAMPLE_BANK).set('bank.yaml', yaml));
  expect(await load(theirs.directory)).toMatchObject({ newVersionCount: 6 });
  expect(await read()).toEqual(before);
  await theirs.drop();
});
