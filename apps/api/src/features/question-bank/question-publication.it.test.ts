import { systemClock } from '@holdout/persistence';
import type { GraphQLClient } from '@holdout/testing';
import { EXAMPLE_BANK, makeScratchDatabase, Practiser, writeBank } from '@holdout/testing';
import { Administration } from '../../administration/administration';
import { API_TEMPLATE, startTestApi, type TestApi } from '../../test-api';
import { buildThread } from '../../test-thread';
import { TestGrader } from '../../test-grader';
import { GradeIntake } from '../submission/grade-intake';
import { BankLoader } from './bank-loader';
import { BankReader } from './bank-reader';

type Files = ReadonlyMap<string, string>;

const PASSWORD = 'correct horse battery';
const SHARED = ['bank.yaml', 'taxonomy.yaml', 'misconceptions.yaml'];

/** A bank with one question of the example bank. */
function upload(
  question: string,
  bank = 'id: acme\nname: Acme bank\norganization: acme\nuse: both\nlicence: own\n',
): Files {
  const files = [...EXAMPLE_BANK].filter(
    ([path]) => SHARED.includes(path) || path.startsWith(`questions/${question}/`),
  );
  return new Map(files).set('bank.yaml', bank);
}

const NUMERIC: Files = new Map([
  ...[...upload('none')],
  [
    'questions/numeric.recall/question.yaml',
    'format: 1\ntitle: Recall of a screen\nkind: numeric\nskills: [example.kinds]\nlevel: 2\nminutes: 5\nlicence: own\nunit: "%"\n',
  ],
  ['questions/numeric.recall/question.md', 'Found {{found}}.\n\n# Explanation\n\nDivide.\n'],
  [
    'questions/numeric.recall/family.mjs',
    'export function make(rng) { const found = rng.int(1, 9); return { shown: { found }, answer: { value: found, absTol: 0.1 }, wrong: [] }; }\n',
  ],
]);

const PUBLISH = `mutation ($input: PublishQuestionInput!) { publishQuestion(input: $input) { __typename
  ... on PublishQuestionSuccess { change slug versionId warnings { file message } }
  ... on QuestionRefusedProblem { issues { file line message } } } }`;
const PREPARATION = `query ($organization: String!, $versionId: ID!) {
  questionPreparation(organization: $organization, versionId: $versionId) { state reason } }`;

type Published = {
  readonly __typename: string;
  readonly change?: string;
  readonly slug?: string;
  readonly versionId?: string | null;
  readonly warnings?: readonly object[];
  readonly issues?: readonly { readonly file: string; readonly line: number | null; readonly message: string }[];
};

const reader = buildThread('bank-reader-thread');
let scratch: Awaited<ReturnType<typeof makeScratchDatabase>>;
let api: TestApi;
let admin: Practiser;
let stranger: Practiser;

async function signedIn(email: string): Promise<Practiser> {
  const client = new Practiser(api.url);
  const signIn = 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }';
  await client.ask(signIn, { input: { email, password: PASSWORD } });
  return client;
}

beforeAll(async () => {
  scratch = await makeScratchDatabase(API_TEMPLATE);
  api = await startTestApi(scratch, { bankReader: reader.entry });
  const administration = new Administration(api.db, systemClock);
  for (const slug of ['acme', 'other']) {
    const person = { email: `admin@${slug}.example`, password: PASSWORD, displayName: 'A person' };
    await administration.createOrganization({ slug, name: slug }, person);
  }
  admin = await signedIn('admin@acme.example');
  stranger = await signedIn('admin@other.example');
});
afterAll(async () => {
  await api.stop();
  reader.drop();
});

const inputOf = (files: Files, more: object = {}) => ({
  input: { organization: 'acme', files: [...files].map(([path, text]) => ({ path, text })), ...more },
});
const publish = async (files: Files, more: object = {}, client: GraphQLClient = admin): Promise<Published> =>
  (await client.ask<{ publishQuestion: Published }>(PUBLISH, inputOf(files, more))).publishQuestion;
const slugs = async (client: GraphQLClient): Promise<readonly string[]> => {
  type Listed = { questions: { edges: { node: { slug: string } }[] } };
  const { questions } = await client.ask<Listed>('{ questions(first: 100) { edges { node { slug } } } }');
  return questions.edges.map(({ node }) => node.slug).sort();
};
const withText = (files: Files, path: string, text: string): Files => new Map(files).set(path, text);
const audited = () =>
  api.dataSource.query<object[]>(`select act, detail from audit where act = 'question.published' order by id`);

test('a trial says that the question is new, and changes nothing', async () => {
  const found = await publish(upload('text.example'), { isTrial: true });
  expect(found).toMatchObject({ change: 'NEW_QUESTION', slug: 'acme:text.example', versionId: null });
  expect(await slugs(admin)).toEqual([]);
  expect(await audited()).toEqual([]);
});

const WITHDRAW = `mutation ($input: WithdrawQuestionInput!) { withdrawQuestion(input: $input) { __typename
  ... on WithdrawQuestionSuccess { isWithdrawn } } }`;
const withdraw = async (slug: string, client: GraphQLClient = admin, organization = 'acme') =>
  (await client.ask<{ withdrawQuestion: object }>(WITHDRAW, { input: { organization, slug } })).withdrawQuestion;

test('a question appears for members alone, the same again is unchanged, an edited one is a new version, and the first can return', async () => {
  const [first, second] = [upload('text.example'), new Map(upload('text.example'))];
  const markdown = 'questions/text.example/question.md';
  second.set(markdown, `Said in other words.\n\n${first.get(markdown) ?? ''}`);
  const published = await publish(first);
  expect(published).toMatchObject({ change: 'NEW_QUESTION', warnings: [] });
  expect(await publish(first)).toMatchObject({ change: 'UNCHANGED', versionId: published.versionId });
  const changed = await publish(second);
  expect(changed.change).toBe('NEW_VERSION');
  expect(changed.versionId).not.toBe(published.versionId);
  expect(await publish(first)).toMatchObject({ change: 'EARLIER_VERSION', versionId: published.versionId });
  expect(await slugs(admin)).toEqual(['acme:text.example']);
  for (const client of [stranger, new Practiser(api.url)]) expect(await slugs(client)).toEqual([]);
  expect(await audited()).toEqual(Array(3).fill({ act: 'question.published', detail: { slug: 'acme:text.example' } }));
});

test('another question leaves the first one published, and the start of the installation leaves both', async () => {
  await publish(upload('ordering.example'));
  await api.app.get(BankLoader).shelveOthers([]);
  expect(await slugs(admin)).toEqual(['acme:ordering.example', 'acme:text.example']);
});

test('a numeric family is prepared in the sandbox, which its publisher can follow', async () => {
  const { versionId } = await publish(NUMERIC);
  const state = async (client: GraphQLClient = admin, organization = 'acme') =>
    client.send<{ questionPreparation: object | null }>(PREPARATION, { organization, versionId });
  expect((await state()).data?.questionPreparation).toEqual({ state: 'WAITING', reason: null });
  const grader = new TestGrader(scratch.url);
  await grader.prepareAll();
  await grader.close();
  await api.app.get(GradeIntake).takeAll();
  expect((await state()).data?.questionPreparation).toEqual({ state: 'READY', reason: null });
  expect((await state(stranger, 'other')).data?.questionPreparation).toBeNull();
});

test('mistakes are told with file and line, and nothing of the question is stored', async () => {
  const broken = withText(
    upload('design.example'),
    'questions/design.example/question.yaml',
    'format: 1\ntitle: x\nkind: design\n',
  );
  const { issues } = await publish(broken);
  expect(issues).toContainEqual({
    file: 'questions/design.example/question.yaml',
    line: 2,
    message: expect.stringMatching(/title/) as string,
  });
  expect(await slugs(admin)).not.toContain('acme:design.example');
});

test.each<[string, Files, RegExp]>([
  [
    'a path that leads out of the bank',
    withText(upload('text.example'), 'datasets/../../x/dataset.yaml', ''),
    /remove this one/,
  ],
  ['a hidden file', withText(upload('text.example'), 'questions/text.example/.env', ''), /remove this one/],
  ['two questions', new Map([...upload('text.example'), ...upload('plot.example')]), /there are 2 questions/],
  ['no question', upload('none'), /there are 0 questions/],
  [
    'more text than is taken',
    withText(upload('text.example'), 'questions/text.example/a.py', 'x'.repeat(1_000_000)),
    /this is the largest/,
  ],
])('an upload with %s is refused', async (_what, files, message) => {
  const { __typename, issues = [] } = await publish(files);
  expect(__typename).toBe('QuestionRefusedProblem');
  expect(issues.map((issue) => issue.message)).toEqual([expect.stringMatching(message) as string]);
});

test.each([
  [
    'names another organization',
    'id: acme\nname: Acme\norganization: other\nuse: both\nlicence: own\n',
    3,
    /slug of your organization: acme/,
  ],
  ['is public', 'id: acme\nname: Acme\norganization: null\nuse: both\nlicence: own\n', 3, /slug of your organization/],
  [
    'has an id of the product',
    'id: public\nname: Acme\norganization: acme\nuse: both\nlicence: own\n',
    1,
    /cannot be used here/,
  ],
])('a bank that %s is refused at its line', async (_what, bank, line, message) => {
  const { issues } = await publish(upload('text.example', bank));
  expect(issues).toEqual([{ file: 'bank.yaml', line, message: expect.stringMatching(message) as string }]);
});

test('the id of another organization’s bank cannot be used, and the answer does not say whose it is', async () => {
  const bank = 'id: acme\nname: Theirs\norganization: other\nuse: both\nlicence: own\n';
  const { issues } = await publish(upload('text.example', bank), { organization: 'other' }, stranger);
  expect(issues).toEqual([
    { file: 'bank.yaml', line: 1, message: 'this id cannot be used here; give the bank another id' },
  ]);
});

test('a directory does not replace a published bank, and a bank that is loaded from one is not published to', async () => {
  const bank = 'id: disk\nname: Disk\norganization: acme\nuse: both\nlicence: own\n';
  const [taken, own] = [await writeBank(upload('text.example')), await writeBank(upload('text.example', bank))];
  const loader = api.app.get(BankLoader);
  expect((await loader.load(taken.directory)).issues).toEqual([
    expect.objectContaining({ file: 'bank.yaml', message: expect.stringMatching(/published over the API/) as string }),
  ]);
  expect((await loader.load(own.directory)).questionCount).toBe(1);
  const { issues } = await publish(upload('plot.example', bank));
  expect(issues?.[0]?.message).toMatch(/loads the bank from a directory/);
  expect(await withdraw('disk:text.example')).toEqual({ __typename: 'QuestionLoadedProblem' });
  await loader.shelveOthers([]);
  expect(await publish(upload('plot.example', bank))).toMatchObject({ change: 'NEW_QUESTION' });
  await Promise.all([taken.drop(), own.drop()]);
});

test('a file that keeps the parser busy or fills its memory ends its thread, and the next upload is read', async () => {
  const banks = api.app.get(BankReader);
  // Every escape of one text is looked at with all of the text before it.
  const slow = withText(
    upload('text.example'),
    'questions/text.example/question.yaml',
    `title: "${'\\n$'.repeat(300_000)}"\n`,
  );
  expect(await banks.read(slow, 1_000)).toBeNull();
  expect((await banks.read(upload('text.example')))?.questions).toHaveLength(1);
});

test('a withdrawn question leaves the bank, and the same files bring its version back', async () => {
  const { versionId, slug = '' } = await publish(upload('text.example'));
  await api.dataSource.query(`insert into fault_count values ('acme/text.example', 'python', 3, 3, 0)`);
  const gone = { __typename: 'WithdrawQuestionSuccess', isWithdrawn: false };
  expect(await withdraw(slug, stranger, 'other')).toEqual(gone);
  expect(await slugs(admin)).toContain(slug);
  expect(await withdraw(slug)).toEqual({ ...gone, isWithdrawn: true });
  expect(await slugs(admin)).not.toContain(slug);
  expect(await withdraw(slug)).toEqual(gone);
  expect(await publish(upload('text.example'))).toMatchObject({ change: 'EARLIER_VERSION', versionId });
  expect(await slugs(admin)).toContain(slug);
  const acts = `select act, detail from audit where object_id = $1 order by id desc limit 2`;
  expect(await api.dataSource.query<object[]>(acts, [versionId])).toEqual(
    ['published', 'withdrawn'].map((act) => ({ act: `question.${act}`, detail: { slug } })),
  );
  expect(await api.dataSource.query('select question_id from fault_count')).toEqual([]);
});
