import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GraphQLClient, makeScratchDatabase, Practiser } from '@holdout/testing';
import { API_TEMPLATE, startTestApi, type TestApi } from '../../test-api';
import { BankLoader } from './bank-loader';

const CHOICE = 'choice.rare-event-accuracy';
const LIST = `query ($first: Int!, $after: String, $filter: QuestionFilter) {
  questions(first: $first, after: $after, filter: $filter) {
    totalCount pageInfo { hasNextPage endCursor } edges { node { slug kind level skills { id } } } } }`;

type Listed = {
  readonly questions: {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    readonly edges: readonly {
      readonly node: { slug: string; kind: string; level: number; skills: { id: string }[] };
    }[];
  };
};

let api: TestApi;
let client: GraphQLClient;
let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'holdout-bank-'));
  await cp('bank', directory, { recursive: true });
  api = await startTestApi(await makeScratchDatabase(API_TEMPLATE), { environment: { HOLDOUT_BANKS: directory } });
  client = new GraphQLClient(api.url);
});
afterAll(async () => {
  await api.stop();
  await rm(directory, { recursive: true });
});

const list = async (filter: object = {}, page: object = {}): Promise<Listed['questions']> =>
  (await client.ask<Listed>(LIST, { first: 100, filter, ...page })).questions;
const slugs = ({ edges }: Listed['questions']): string[] => edges.map(({ node }) => node.slug);

/** All questions, read in pages of `first`. */
async function listAll(first: number): Promise<Listed['questions']['edges']> {
  const edges = [];
  for (let after: string | null = null, more = true; more;) {
    const page: Listed['questions'] = await list({}, { first, after });
    edges.push(...page.edges);
    after = page.pageInfo.endCursor;
    more = page.pageInfo.hasNextPage;
  }
  return edges;
}
const load = () => api.app.get(BankLoader).load(directory);

test('pages through the catalogue without leaving out or repeating a question', async () => {
  const [small, large] = [await listAll(7), await listAll(100)];
  const paged = small.map(({ node }) => node.slug);
  expect(paged).toEqual(large.map(({ node }) => node.slug));
  expect(new Set(paged).size).toBe(paged.length);
  expect((await list()).totalCount).toBe(paged.length);
  expect(paged.length).toBeGreaterThanOrEqual(13);
});

test.each<[string, object, (node: Listed['questions']['edges'][number]['node']) => boolean]>([
  ['a kind', { kinds: ['MODEL'] }, ({ kind }) => kind === 'MODEL'],
  ['levels', { levels: [1, 2] }, ({ level }) => level <= 2],
  ['a skill', { skills: ['eval.classmetrics'] }, ({ skills }) => skills.some(({ id }) => id === 'eval.classmetrics')],
  ['a domain', { skills: ['eval'] }, ({ skills }) => skills.some(({ id }) => id.startsWith('eval.'))],
  ['words in any order', { text: 'accuracy RARE' }, ({ slug }) => slug === CHOICE],
  ['beginnings of words', { text: 'accur rar' }, ({ slug }) => slug === CHOICE],
  ['its slug', { text: CHOICE }, ({ slug }) => slug === CHOICE],
])('filters by %s', async (_what, filter, holds) => {
  const [some, all] = [await list(filter), await listAll(100)];
  expect(some.edges.every(({ node }) => holds(node))).toBe(true);
  expect(some.totalCount).toBe(all.filter(({ node }) => holds(node)).length);
  expect(some.totalCount).toBeGreaterThan(0);
});

test('a subtitle is searched and shown', async () => {
  const found = await list({ text: 'ledger distributed need' });
  const asked = await client.ask('query ($slug: String!) { question(slug: $slug) { subtitle } }', {
    slug: slugs(found)[0],
  });
  expect(asked).toEqual({ question: { subtitle: 'Does it need a distributed ledger?' } });
});

test('a search text is matched literally, not as a pattern', async () => {
  const { totalCount } = await list();
  for (const nothing of ['%', "'", '\\', '\0', ' & | !', '\ud800'])
    expect((await list({ text: nothing })).totalCount).toBe(totalCount);
  for (const odd of ["'xyzzy", "xyzzy':*", 'xyzzy | accuracy', '!xyzzy', '%xyzzy%', 'ccuracy'])
    expect((await list({ text: odd })).totalCount).toBe(0);
});

test('filters by practice state', async () => {
  const practiser = new Practiser(api.url);
  const attempt = await practiser.startPractice(CHOICE);
  const item = attempt.items[0]?.id ?? '';
  await practiser.save(item, { choice: { picked: ['found-nothing'] } });
  await practiser.check(item);
  const done = await practiser.ask<Listed>(LIST, { first: 100, filter: { states: ['DONE'] } });
  expect(slugs(done.questions)).toEqual([CHOICE]);
  expect((await list({ states: ['NEW'] })).totalCount).toBe((await list()).totalCount);
});

test.each(['nothing', Buffer.from('9\na\nb').toString('base64url')])('the cursor %s is refused', async (after) => {
  expect(await client.refusal(LIST, { first: 10, after })).toEqual(['BAD_INPUT']);
});

test('an unknown question is not found', async () => {
  expect(await client.refusal('{ question(slug: "choice.none") { id } }')).toEqual(['NOT_FOUND']);
});

test('search does not index the secret part', async () => {
  const { secret } = await api.dataSource
    .query<{ secret: { options: { why: string }[] } }[]>(
      `select secret_part as secret from question_version where question_id = 'public/${CHOICE}'`,
    )
    .then(([row]) => row as { secret: { options: { why: string }[] } });
  const why = secret.options[0]?.why.split(' ').slice(0, 4).join(' ') ?? '';
  expect(why).not.toBe('');
  expect((await list({ text: why })).totalCount).toBe(0);
});

test('loading an unchanged bank adds nothing', async () => {
  expect(await load()).toMatchObject({ newVersionCount: 0, issues: [] });
});

test('each numeric family gets five hundred variants, once per version', async () => {
  type Row = { families: number; jobs: number; counts: number[] };
  const [row] = await api.dataSource.query<Row[]>(
    `select (select count(*)::int from question_version where kind = 'numeric') as families, count(*)::int as jobs,
       array_agg(distinct (payload ->> 'count')::int) as counts
     from grading.job where kind = 'drawVariants'`,
  );
  expect(row?.families).toBeGreaterThanOrEqual(10);
  expect(row).toEqual({ families: row?.families, jobs: row?.families, counts: [500] });
});

test('a changed question is a new version; items drawn before keep the old one', async () => {
  const practiser = new Practiser(api.url);
  const before = await practiser.startPractice('choice.split-fits-promise');
  const file = join(directory, 'questions/choice.split-fits-promise/question.yaml');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace(/^title: .*$/m, 'title: Another title'));
  expect(await load()).toMatchObject({ newVersionCount: 1 });
  const titleOf = 'query ($id: ID!) { attempt(id: $id) { items { question { title } } } }';
  const old = await practiser.ask<{ attempt: { items: { question: { title: string } }[] } }>(titleOf, {
    id: before.id,
  });
  expect(old.attempt.items[0]?.question.title).not.toBe('Another title');
  const now = await client.ask('{ question(slug: "choice.split-fits-promise") { title } }');
  expect(now).toEqual({ question: { title: 'Another title' } });
  expect((await practiser.startPractice('choice.split-fits-promise')).id).not.toBe(before.id);
  await writeFile(file, text);
  await load();
});

test('a broken question is named with file and line and leaves the catalogue; the others stay', async () => {
  const file = join(directory, 'questions', CHOICE, 'question.yaml');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace('level: 1', 'level: 9\nsurprise: yes'));
  const loaded = await load();
  expect(loaded.issues.map((issue) => issue.file)).toEqual(
    expect.arrayContaining([`questions/${CHOICE}/question.yaml`]) as string[],
  );
  expect(loaded.issues.some((issue) => (issue.line ?? 0) > 1)).toBe(true);
  expect(slugs(await list())).not.toContain(CHOICE);
  expect((await list()).totalCount).toBeGreaterThanOrEqual(12);
  await writeFile(file, text);
  expect(await load()).toMatchObject({ newVersionCount: 0, issues: [] });
  expect(slugs(await list())).toContain(CHOICE);
});

test('a question can be reported, with words that say why', async () => {
  const mutation = `mutation ($input: ReportQuestionInput!) { reportQuestion(input: $input) { __typename
    ... on ReportQuestionSuccess { reference } ... on InvalidInputProblem { issues { field code } } } }`;
  const input = { slug: CHOICE, reason: 'WRONG', text: 'The second option is right too.' };
  expect(await client.ask(mutation, { input })).toMatchObject({
    reportQuestion: { reference: expect.stringMatching(/^[0-9A-F]{10}$/) as string },
  });
  expect(await client.ask(mutation, { input: { ...input, text: ' ' } })).toMatchObject({
    reportQuestion: { issues: [{ field: 'text', code: 'MISSING' }] },
  });
});

test('a report of an item needs no slug; one without item and slug, or with an item of others, is refused', async () => {
  const mutation = 'mutation ($input: ReportQuestionInput!) { reportQuestion(input: $input) { __typename } }';
  const practiser = new Practiser(api.url);
  const { items } = await practiser.startPractice(CHOICE);
  const input = { itemId: items[0]?.id, reason: 'WRONG', text: 'The second option is right too.' };
  expect(await practiser.ask(mutation, { input })).toEqual({
    reportQuestion: { __typename: 'ReportQuestionSuccess' },
  });
  expect(await client.refusal(mutation, { input })).toEqual(['NOT_FOUND']);
  expect(await practiser.refusal(mutation, { input: { ...input, itemId: null } })).toEqual(['NOT_FOUND']);
});
