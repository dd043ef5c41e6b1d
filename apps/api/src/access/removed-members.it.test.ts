import { readBankFiles } from '@holdout/bank-files';
import {
  type AccountId,
  AccountRepository,
  AttemptRepository,
  ScoreRepository,
  systemClock,
} from '@holdout/persistence';
import { EXAMPLE_BANK, GraphQLSocket, makeScratchDatabase, Practiser, writeBank } from '@holdout/testing';
import { Administration } from '../administration/administration';
import { GradeIntake } from '../features/submission/grade-intake';
import { API_TEMPLATE, startTestApi, type TestApi } from '../test-api';
import { TestGrader } from '../test-grader';
import { begun, named, operationsOn, privateWork } from './test-private-work';

const CODE = 'questions/code.average-precision-ties/';
const PASSWORD = 'the tide turns at nine';

/** The bank of an organization, with one question that is answered by code. */
function theirBank(): ReadonlyMap<string, string> {
  const files = new Map(EXAMPLE_BANK);
  files.set('bank.yaml', 'id: acme\nname: Bank of Acme\norganization: acme\nuse: both\nlicence: own\n');
  for (const [path, text] of readBankFiles('bank')) {
    if (path.startsWith(CODE)) files.set(path, text.replace(/^skills: .*$/m, 'skills: [example.kinds]'));
  }
  const mistakes = [...(files.get(`${CODE}question.yaml`) ?? '').matchAll(/misconception: ([\w-]+)/g)];
  const sentences = mistakes.map(([, id]) => `${id}: What a person believes about ${id}\n`).join('');
  return files.set('misconceptions.yaml', `${files.get('misconceptions.yaml')}${sentences}`);
}

type Bank = Awaited<ReturnType<typeof writeBank>>;
type Member = { readonly client: Practiser; readonly accountId: AccountId; readonly email: string };

let api: TestApi;
let banks: readonly Bank[];
let grader: TestGrader;
let administration: Administration;

beforeAll(async () => {
  banks = [await writeBank(EXAMPLE_BANK), await writeBank(theirBank())];
  const [publicBank, acme] = banks.map(({ directory }) => directory);
  const scratch = await makeScratchDatabase(API_TEMPLATE);
  const environment = { HOLDOUT_PUBLIC_BANK: publicBank };
  const first = await startTestApi({ url: scratch.url, drop: () => Promise.resolve() }, { environment });
  const admin = { email: 'admin@acme.example', password: PASSWORD, displayName: 'An administrator' };
  await new Administration(first.db, systemClock).createOrganization({ slug: 'acme', name: 'Acme' }, admin);
  await first.stop();
  api = await startTestApi(scratch, { environment: { ...environment, HOLDOUT_BANKS: acme } });
  administration = new Administration(api.db, systemClock);
  grader = new TestGrader(scratch.url);
  await grader.sayAlive();
  await grader.prepareAll();
  await api.app.get(GradeIntake).takeAll();
});
afterAll(async () => {
  await grader.close();
  await api.stop();
  await Promise.all(banks.map((bank) => bank.drop()));
});

const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }';

async function signedIn(email: string, password = PASSWORD): Promise<Practiser> {
  const client = new Practiser(api.url);
  await client.ask(SIGN_IN, { input: { email, password } });
  return client;
}

let people = 0;

async function aMember(): Promise<Member> {
  const email = `member${(people += 1)}@acme.example`;
  await administration.createAccount({ email, password: PASSWORD, displayName: 'A member' });
  const accountId = (await api.db.repo(AccountRepository).findByEmail(email))?.id as AccountId;
  await join(accountId);
  return { client: await signedIn(email), accountId, email };
}

async function join(accountId: AccountId): Promise<void> {
  await api.dataSource.query(
    `insert into member (id, organization_id, account_id, role, created_at)
     select gen_random_uuid(), id, $1, 'author', now() from organization where slug = 'acme'`,
    [accountId],
  );
}

/** Deletes the membership without ending sessions, as if they had been opened afterwards. */
async function leave({ accountId }: Member): Promise<void> {
  await api.dataSource.query('delete from member where account_id = $1', [accountId]);
}

const CHANGED = 'subscription ($id: ID!) { submissionChanged(id: $id) { id status } }';

test('a removed member loses access to every private question immediately, also in earlier attempts', async () => {
  const member = await aMember();
  const work = await privateWork(member.client);
  await leave(member);
  const answers = [];
  for (const [name, text, variables] of operationsOn(work)) {
    answers.push([name, await member.client.refusal(text, variables)]);
  }
  expect(answers).toEqual(operationsOn(work).map(([name]) => [name, ['NOT_FOUND']]));
  const socket = new GraphQLSocket(api.url, member.client.cookieHeader());
  expect(await socket.refusal(CHANGED, { variables: { id: work.submissionId } })).toEqual(['NOT_FOUND']);
  socket.close();
  expect(await api.dataSource.query('select from response_revision where answer @> \'{"text":"recall"}\'')).toEqual([]);
});

test('lists contain nothing private for a removed member: no quiz, progress, skill or latest question', async () => {
  const member = await aMember();
  const work = await privateWork(member.client);
  await member.client.check(work.text.itemId);
  const query = `{ openQuiz { id } progress { skills { skill { name } } quizzes { id } latest { slug } }
    skillDomains { id } questions(first: 100) { totalCount } }`;
  expect(await member.client.ask(query)).toMatchObject({
    openQuiz: { id: work.quizId },
    progress: { skills: [{ skill: { name: 'Kinds' } }] },
  });
  await leave(member);
  expect(await member.client.ask(query)).toEqual({
    openQuiz: null,
    progress: { skills: [], quizzes: [], latest: null },
    skillDomains: [{ id: 'example' }],
    questions: { totalCount: 6 },
  });
});

test('public questions stay accessible, and a returning member has access to the earlier work', async () => {
  const member = await aMember();
  const work = await privateWork(member.client);
  const open = await begun(member.client, 'text.example');
  await leave(member);
  expect(await member.client.save(open.itemId, { text: { text: 'AUC' } })).toMatchObject({ response: { revision: 1 } });
  await join(member.accountId);
  expect(await member.client.save(work.text.itemId, { text: { text: 'PR' } })).toMatchObject({
    response: { revision: 2 },
  });
});

/** Runs `act` once, before the next call of a method: between what a request has read and what it writes. */
function before<T extends object>(owner: T, method: keyof T & string, act: () => Promise<void>): void {
  const methods = owner as Record<string, (...given: unknown[]) => Promise<unknown>>;
  const original = methods[method];
  jest.spyOn(methods, method).mockImplementationOnce(async function (this: unknown, ...given) {
    await act();
    return original?.apply(this, given);
  });
}

const DELETE = 'mutation ($input: DeleteMyDataInput!) { deleteMyData(input: $input) { __typename } }';
async function erase({ email }: Member): Promise<void> {
  await (await signedIn(email)).ask(DELETE, { input: { password: PASSWORD } });
}

/** What is written of an item, apart from its answer. */
async function writtenOf(itemId: string): Promise<unknown> {
  const sql = `select is_flagged as "isFlagged", presented_at as "presentedAt", jsonb_array_length(revealed) as revealed,
      (select count(*)::int from score where attempt_item_id = i.id and marked_by = 'self') as marks
    from attempt_item i where id = $1`;
  const [row] = await api.dataSource.query<object[]>(sql, [itemId]);
  return row;
}

describe.each([
  ['removed', leave],
  ['erased', erase],
] as const)('nothing of a person who is %s after a request has read the item is written', (_how, go) => {
  const attempts = AttemptRepository.prototype;
  test.each([
    ['flagItem', 'FlagItemInput', 'text.example', { isFlagged: true }, [attempts, 'setFlag']],
    ['presentItem', 'PresentItemInput', 'text.example', {}, [attempts, 'setPresented']],
    [
      'revealFollowUp',
      'RevealFollowUpInput',
      'scenario.example',
      { after: 'prompt', revision: 1 },
      [attempts, 'reveal'],
    ],
    [
      'markMyself',
      'MarkMyselfInput',
      'text.example',
      { levels: [{ criterion: 'meaning', level: 1 }] },
      [ScoreRepository.prototype, 'listSecrets'],
    ],
  ] as const)('by %s', async (field, input, slug, more, [owner, method]) => {
    const member = await aMember();
    const { itemId } = await begun(member.client, `acme:${slug}`);
    const text = 'PR, because it is rare.';
    await member.client.save(
      itemId,
      field === 'revealFollowUp' ? { scenario: { part: 'prompt', text } } : { text: { text } },
    );
    if (field === 'markMyself') await member.client.check(itemId);
    before(owner, method as never, () => go(member));
    const mutation = named(field, `$input: ${input}!`, '');
    expect(await member.client.refusal(mutation, { input: { itemId, ...more } })).toEqual(['NOT_FOUND']);
    expect(await writtenOf(itemId)).toEqual({ isFlagged: false, presentedAt: null, revealed: 0, marks: 0 });
  });
});

/** What an administrator may request about the organization itself. */
const OF_ORGANIZATION = [
  '{ organization(slug: "acme") { name } }',
  '{ members(slug: "acme", first: 1) { edges { cursor } } }',
  '{ memberInvitations(slug: "acme") { email } }',
  '{ audit(slug: "acme", first: 1) { edges { cursor } } }',
  '{ auditActors(slug: "acme") { name } }',
  'mutation { inviteMembers(input: { slug: "acme", emails: [], roles: [] }) { __typename } }',
  'mutation { changeOrganization(input: { slug: "acme", newSlug: "", name: "", timeZone: "", dateLocale: "" }) { __typename } }',
];

test('a removed administrator has nothing of the organization any more, in a session that is still open', async () => {
  const member = await aMember();
  await api.dataSource.query("update member set role = 'admin' where account_id = $1", [member.accountId]);
  for (const text of OF_ORGANIZATION) expect(await member.client.refusal(text)).toEqual([]);
  const file = async () =>
    (await fetch(`${api.url}/exports/audit.csv?slug=acme`, { headers: member.client.cookieHeader() })).status;
  expect(await file()).toBe(200);
  await leave(member);
  for (const text of OF_ORGANIZATION) expect(await member.client.refusal(text)).toEqual(['NOT_FOUND']);
  expect(await file()).toBe(404);
});
