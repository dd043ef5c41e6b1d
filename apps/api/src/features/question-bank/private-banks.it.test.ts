import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AccountRepository, systemClock } from '@holdout/persistence';
import { EXAMPLE_BANK, makeScratchDatabase, Practiser, writeBank } from '@holdout/testing';
import { Administration } from '../../administration/administration';
import { API_TEMPLATE, startTestApi, type TestApi } from '../../test-api';
import { BankLoader } from './bank-loader';

/** A bank of an organization with the same questions, skills, misconceptions and ids as the public bank. */
function theirBank(organization: string, id: string): ReadonlyMap<string, string> {
  const files = new Map(EXAMPLE_BANK);
  files.set('bank.yaml', `id: ${id}\nname: Bank of ${id}\norganization: ${organization}\nuse: both\nlicence: own\n`);
  const change = (path: string, from: string | RegExp, to: string): void => {
    files.set(path, (files.get(path) ?? '').replace(from, to));
  };
  change('taxonomy.yaml', 'name: Kinds', 'name: Their kinds');
  change('misconceptions.yaml', /What a person believes/g, `What ${id} says that a person believes`);
  change('questions/text.example/question.yaml', /^title: .*$/m, 'title: Zeppelin losses');
  return files;
}

const PASSWORD = 'correct horse battery';
const person = (email: string) => ({ email, password: PASSWORD, displayName: 'A person' });
const THEIRS = 'acme:text.example';

let api: TestApi;
let publicBank: { directory: string; drop(): Promise<void> };
let acmeBank: { directory: string; drop(): Promise<void> };
let member: Practiser;
let stranger: Practiser;
let guest: Practiser;

async function signedIn(email: string): Promise<Practiser> {
  const client = new Practiser(api.url);
  const signIn = 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }';
  await client.ask(signIn, { input: { email, password: PASSWORD } });
  return client;
}

beforeAll(async () => {
  publicBank = await writeBank(EXAMPLE_BANK);
  acmeBank = await writeBank(theirBank('acme', 'acme'));
  const environment = { HOLDOUT_PUBLIC_BANK: publicBank.directory };
  api = await startTestApi(await makeScratchDatabase(API_TEMPLATE), { environment });
  const administration = new Administration(api.db, systemClock);
  await administration.createOrganization({ slug: 'acme', name: 'Acme' }, person('admin@acme.example'));
  await administration.createOrganization({ slug: 'other', name: 'Other' }, person('admin@other.example'));
  expect(await load(acmeBank.directory)).toMatchObject({ newVersionCount: 6, issues: [] });
  member = await signedIn('admin@acme.example');
  stranger = await signedIn('admin@other.example');
  guest = new Practiser(api.url);
  await guest.startPractice('plot.example');
});
afterAll(async () => {
  await api.stop();
  await Promise.all([publicBank.drop(), acmeBank.drop()]);
});

const load = (directory: string) => api.app.get(BankLoader).load(directory);
const LIST = `query ($filter: QuestionFilter) { questions(first: 100, filter: $filter) {
  totalCount edges { node { slug skills { id name domain } } } } }`;
type Node = { slug: string; skills: { id: string; name: string; domain: string }[] };
type Listed = { questions: { totalCount: number; edges: { node: Node }[] } };

const list = async (client: Practiser, filter: object = {}): Promise<Listed['questions']> =>
  (await client.ask<Listed>(LIST, { filter })).questions;
const slugs = async (client: Practiser, filter: object = {}): Promise<string[]> =>
  (await list(client, filter)).edges.map(({ node }) => node.slug);

test('a member finds the questions of both banks, each under its own slug', async () => {
  expect((await list(member)).totalCount).toBe(12);
  expect(await slugs(member, { text: 'zeppelin' })).toEqual([THEIRS]);
  expect(await slugs(member, { skills: ['acme/example'] })).toHaveLength(6);
  expect(await member.ask('{ question(slug: "acme:text.example") { title } }')).toEqual({
    question: { title: 'Zeppelin losses' },
  });
  expect(await member.ask('{ question(slug: "text.example") { title } }')).toEqual({
    question: { title: 'A metric for rare events' },
  });
});

describe.each([
  ['a member of another organization', () => stranger],
  ['a guest', () => guest],
  ['a visitor', () => new Practiser(api.url)],
])('for %s the bank does not exist', (_who, who) => {
  test('in the catalogue, its search and its filters', async () => {
    expect((await list(who())).totalCount).toBe(6);
    expect((await slugs(who())).filter((slug) => slug.includes(':'))).toEqual([]);
    expect(await slugs(who(), { text: 'zeppelin' })).toEqual([]);
    expect(await slugs(who(), { skills: ['acme/example.kinds'] })).toEqual([]);
  });

  test('in the counts by skill', async () => {
    const { skillDomains } = await who().ask<{ skillDomains: object[] }>(
      '{ skillDomains { id questionCount skills { skill { id } questionCount } } }',
    );
    expect(skillDomains).toEqual([
      { id: 'example', questionCount: 6, skills: [{ skill: { id: 'example.kinds' }, questionCount: 6 }] },
    ]);
  });

  test('by its slug, to practise, to report, or in a draw', async () => {
    expect(await who().refusal(`{ question(slug: "${THEIRS}") { id } }`)).toEqual(['NOT_FOUND']);
    const start = 'mutation ($input: StartPracticeInput!) { startPractice(input: $input) { __typename } }';
    expect(await who().refusal(start, { input: { slug: THEIRS } })).toEqual(['NOT_FOUND']);
    const report = 'mutation ($input: ReportQuestionInput!) { reportQuestion(input: $input) { __typename } }';
    const input = { slug: THEIRS, reason: 'WRONG', text: 'It is wrong.' };
    expect(await who().refusal(report, { input })).toEqual(['NOT_FOUND']);
    const wish = { skills: ['acme/example.kinds'], count: 1, minutes: null };
    expect(await who().startQuiz(wish)).toMatchObject({ __typename: 'NotEnoughQuestionsProblem', available: 0 });
  });
});

test('a member can draw from it; others cannot see the drawn items', async () => {
  const quiz = await member.startQuiz({ skills: ['acme/example'], count: 2, minutes: null });
  const { id } = quiz['attempt'] as { id: string };
  const drawn = await api.dataSource.query<{ slug: string }[]>(
    `select b.id || ':' || q.slug as slug from attempt_item i join question_version v on v.id = i.question_version_id
     join question q on q.id = v.question_id join bank b on b.id = q.bank_id where i.attempt_id = $1`,
    [id],
  );
  expect(drawn.map(({ slug }) => slug)).toEqual(Array(2).fill(expect.stringMatching(/^acme:/)));
  const query = 'query ($id: ID!) { attempt(id: $id) { id } }';
  for (const other of [stranger, guest]) expect(await other.refusal(query, { id })).toEqual(['NOT_FOUND']);
});

test('a former member can no longer see it', async () => {
  const administration = new Administration(api.db, systemClock);
  await administration.createAccount(person('short@acme.example'));
  const accountId = (await api.db.repo(AccountRepository).findByEmail('short@acme.example'))?.id;
  await api.dataSource.query(
    `insert into member (id, organization_id, account_id, role, created_at)
     select gen_random_uuid(), id, $1, 'author', now() from organization where slug = 'acme'`,
    [accountId],
  );
  const short = await signedIn('short@acme.example');
  expect((await list(short)).totalCount).toBe(12);
  await api.dataSource.query('delete from member where account_id = $1', [accountId]);
  expect((await list(short)).totalCount).toBe(6);
});

test('skills and misconceptions with equal ids in two banks are separate, and each question uses those of its bank', async () => {
  const nodes = (await list(member)).edges.map(({ node }) => node);
  const skillsOf = (slug: string) => nodes.find((node) => node.slug === slug)?.skills;
  expect(skillsOf('text.example')).toEqual([{ id: 'example.kinds', name: 'Kinds', domain: 'Examples' }]);
  expect(skillsOf(THEIRS)).toEqual([
    { id: 'acme/example.kinds', name: 'Their kinds', domain: 'Bank of acme: Examples' },
  ]);
  const sentenceIn = async (slug: string): Promise<unknown> => {
    const item = (await member.startPractice(slug)).items[0]?.id ?? '';
    await member.save(item, { text: { text: 'AUC' } });
    return (await member.check(item)).item?.feedback?.detail?.['misconception'];
  };
  expect(await sentenceIn(THEIRS)).toMatch(/^What acme says that a person believes/);
  expect(await sentenceIn('text.example')).toMatch(/^What a person believes/);
});

test.each([
  [
    'an unknown organization',
    theirBank('nobody', 'fresh'),
    { line: 3, message: /no organization "nobody".*holdout admin create/ },
  ],
  [
    'the id of the public bank',
    theirBank('acme', 'example'),
    { line: 1, message: /belongs to a bank without an organization; give this one another id/ },
  ],
  [
    'the id of another bank of the same organization',
    theirBank('acme', 'acme'),
    { message: /"acme" was already loaded from .*; give this one another id/ },
  ],
])('a bank with %s is reported and not loaded', async (_what, files, issue) => {
  const before = await list(member);
  const bank = await writeBank(files);
  const loaded = await load(bank.directory);
  expect(loaded).toMatchObject({ questionCount: 0, newVersionCount: 0 });
  expect(loaded.issues[0]).toMatchObject({
    file: 'bank.yaml',
    ...issue,
    message: expect.stringMatching(issue.message) as string,
  });
  expect(await list(member)).toEqual(before);
  expect(await api.dataSource.query("select from skill where id like 'fresh/%'")).toEqual([]);
  await bank.drop();
});

test('a missing directory is reported', async () => {
  expect((await load(join(tmpdir(), 'holdout-no-bank'))).issues).toEqual([
    {
      file: 'bank.yaml',
      message: expect.stringMatching(/this directory does not exist; correct HOLDOUT_BANKS/) as string,
    },
  ]);
});

test('a bank removed from HOLDOUT_BANKS leaves the catalogue, and returns unchanged when it is listed again', async () => {
  const { items } = await member.startPractice(THEIRS);
  const loader = api.app.get(BankLoader);
  expect(await loader.shelveOthers(['example'])).toEqual(['acme']);
  expect((await list(member)).totalCount).toBe(6);
  expect(await loader.shelveOthers(['example'])).toEqual([]);
  await member.save(items[0]?.id ?? '', { text: { text: 'an answer to a started item' } });
  expect(await load(acmeBank.directory)).toMatchObject({ bankId: 'acme', questionCount: 6, newVersionCount: 0 });
  expect((await list(member)).totalCount).toBe(12);
});

test('an unchanged bank is not parsed again and keeps its issues; a copy elsewhere is the same bank twice', async () => {
  const broken = new Map(theirBank('acme', 'broken')).set('questions/text.example/question.md', '');
  const bank = await writeBank(broken);
  const { directory } = bank;
  const first = await load(directory);
  expect(first).toMatchObject({ questionCount: 5, newVersionCount: 5 });
  expect(first.issues).not.toEqual([]);
  const { result, statements } = await api.countStatements(() => load(directory));
  expect(result).toEqual({ ...first, newVersionCount: 0 });
  expect(statements).toHaveLength(1);
  const copy = await mkdtemp(join(tmpdir(), 'holdout-bank-'));
  await cp(directory, copy, { recursive: true });
  expect(await load(copy)).toMatchObject({ questionCount: 0 });
  await rm(copy, { recursive: true });
  await bank.drop();
});

test('public readiness counts public questions and contains no file name or organization', async () => {
  const broken = await writeBank(
    new Map([...theirBank('acme', 'broken'), ['questions/text.secret-hire/question.yaml', 'kind: none']]),
  );
  const scratch = await makeScratchDatabase(API_TEMPLATE);
  const environment = { HOLDOUT_PUBLIC_BANK: publicBank.directory, HOLDOUT_BANKS: broken.directory };
  const site = await startTestApi(scratch, { environment });
  const text = await (await fetch(`${site.url}/readyz`)).text();
  expect(JSON.parse(text)).toMatchObject({ bank: '6 public questions' });
  expect(text).not.toMatch(/acme|secret|broken|yaml|\//);
  await site.stop();
  await broken.drop();
});
