import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { buildSchema, parse, validate } from 'graphql';
import { COUNT_BETWEEN, Workspace } from '../test-workspace';
import { PREPARATION, PUBLISH } from './publication';
import { WITHDRAW } from './withdraw-command';

const NAME = 'code.between';

type Sent = {
  readonly query: string;
  readonly variables: { readonly input?: { readonly files: { readonly path: string }[]; readonly isTrial: boolean } };
};

let server: Server;
let url: string;
/** What the installation answers to the next requests, in turn; the last one repeats. */
let answers: readonly [status: number, body: string][] = [];
const sent: { readonly authorization: string | undefined; readonly body: Sent }[] = [];
let workspace: Workspace;

beforeAll(async () => {
  server = createServer((request, response) => {
    let text = '';
    request.on('data', (part: Buffer) => (text += part.toString()));
    request.on('end', () => {
      const { authorization } = request.headers;
      sent.push({ authorization, body: JSON.parse(text) as Sent });
      const [status, body] = answers[Math.min(sent.length, answers.length) - 1] ?? [500, ''];
      response.writeHead(status, { location: 'http://127.0.0.1:1/' }).end(body);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

beforeEach(() => {
  sent.length = 0;
  workspace = new Workspace({ token: 'holdout_token' });
  workspace.put(NAME, COUNT_BETWEEN);
});
afterEach(() => workspace.remove());

const publish = (...more: readonly string[]) =>
  workspace.type('question', 'publish', `bank/questions/${NAME}`, '--to', url, '--organization', 'acme', ...more);
const published = (change: string, versionId: string | null = 'v') =>
  JSON.stringify({
    data: { publishQuestion: { __typename: 'PublishQuestionSuccess', change, slug: `acme:${NAME}`, versionId } },
  });
const refusal = (code: string, more: object = {}) =>
  JSON.stringify({ errors: [{ message: 'No.', extensions: { code, ...more } }] });
const preparation = (state: string, reason: string | null = null) =>
  JSON.stringify({ data: { questionPreparation: { state, reason } } });

test('the operations fit the schema of the API', () => {
  const schema = buildSchema(readFileSync('apps/api/schema.graphql', 'utf8'));
  expect([PUBLISH, PREPARATION, WITHDRAW].flatMap((text) => validate(schema, parse(text)))).toEqual([]);
});

test('a dry run says what would change, sends the token and only what the question needs', async () => {
  workspace.write('notes/README.md', 'notes');
  answers = [[200, published('NEW_VERSION', null)]];
  expect(await publish('--dry-run')).toMatchObject({
    code: 0,
    printed: expect.stringMatching(/^acme:code\.between: a new version\./) as string,
  });
  expect(sent.map(({ authorization }) => authorization)).toEqual(['Bearer holdout_token']);
  expect(sent[0]?.body.variables.input?.isTrial).toBe(true);
  const paths = sent[0]?.body.variables.input?.files.map(({ path }) => path) ?? [];
  expect(paths.filter((path) => !path.startsWith(`questions/${NAME}/`)).sort()).toEqual([
    'bank.yaml',
    'misconceptions.yaml',
    'taxonomy.yaml',
  ]);
  expect(paths).toContain(`questions/${NAME}/cases/make.py`);
});

test('an unchanged question is not checked again, and its preparation is reported', async () => {
  answers = [
    [200, published('UNCHANGED')],
    [200, published('UNCHANGED')],
    [200, preparation('READY')],
  ];
  const { code, printed } = await publish();
  expect([code, printed]).toEqual([
    0,
    `acme:${NAME}: unchanged; the current version has this content.\nIt is ready to be used.\n`,
  ]);
});

test('data that cannot be generated there is a failure with its reason', async () => {
  answers = [
    [200, published('UNCHANGED')],
    [200, published('UNCHANGED')],
    [200, preparation('FAILED', 'make.py: division by zero')],
  ];
  const { code, told } = await publish();
  expect([code, told]).toEqual([1, expect.stringContaining('make.py: division by zero')]);
});

test('issues that the installation finds are told by file and line', async () => {
  const issues = [
    { file: 'bank.yaml', line: 3, message: 'write the slug of your organization: acme' },
    { file: 'questions', line: null, message: 'there are 2 questions' },
  ];
  answers = [[200, JSON.stringify({ data: { publishQuestion: { __typename: 'QuestionRefusedProblem', issues } } })]];
  expect(await publish()).toMatchObject({
    code: 1,
    printed: 'bank.yaml:3: write the slug of your organization: acme\nquestions: there are 2 questions\n',
    told: 'Not published. Fix what is listed, and run the command again.',
  });
});

test('a question that cannot be read is told by file and line before anything is sent', async () => {
  workspace.put(NAME, { 'question.yaml': (COUNT_BETWEEN['question.yaml'] ?? '').replace('level: 1', 'level: 9') });
  const { code, printed } = await publish();
  expect([code, printed, sent]).toEqual([1, expect.stringMatching(/question\.yaml:5: .*level/), []]);
});

test.each<[string, number, string, RegExp]>([
  ['an unknown token', 401, refusal('UNAUTHENTICATED'), /unknown, expired or revoked/],
  ['a token without the scope', 200, refusal('FORBIDDEN'), /may not publish questions.*settings\/tokens/],
  ['an organization of others', 200, refusal('NOT_FOUND'), /not for the organization "acme"/],
  ['too many uploads', 429, refusal('RATE_LIMITED', { retryAfterSeconds: 7 }), /in 7 seconds/],
  ['an older installation', 400, refusal('GRAPHQL_VALIDATION_FAILED'), /another version of Holdout/],
  ['a failure of the installation', 200, refusal('INTERNAL'), /could not do it: No\./],
  ['another web site', 404, '<html>', /status 404, but not as the API/],
  ['a redirect, which is not followed', 302, '', /status 302/],
])('%s is explained', async (_what, status, body, words) => {
  answers = [[status, body]];
  await expect(publish()).rejects.toThrow(words);
  expect(sent).toHaveLength(1);
});

test('an address where nothing listens, a missing token and a folder outside a bank are explained', async () => {
  const closed = createServer().listen(0, '127.0.0.1');
  await once(closed, 'listening');
  const address = `http://127.0.0.1:${(closed.address() as AddressInfo).port}`;
  closed.close();
  const nowhere = ['--to', address, '--organization', 'acme'];
  const question = ['question', 'publish', `bank/questions/${NAME}`];
  await expect(workspace.type(...question, ...nowhere)).rejects.toThrow(/cannot be reached: .*ECONNREFUSED/);
  const bare = new Workspace();
  bare.put(NAME, COUNT_BETWEEN);
  await expect(bare.type(...question, ...nowhere)).rejects.toThrow(/Set HOLDOUT_TOKEN .*127\.0\.0\.1:\d+\/o\/acme/);
  bare.remove();
  workspace.write(`../loose/${NAME}/question.yaml`, COUNT_BETWEEN['question.yaml'] ?? '');
  await expect(workspace.type('question', 'publish', `loose/${NAME}`, ...nowhere)).rejects.toThrow(/not in a bank/);
});

test('a command line without address or organization says what to write', async () => {
  const words = ['question', 'publish', 'bank/questions/x'];
  expect((await workspace.type(...words)).told).toMatch(/^Name the address/);
  expect((await workspace.type(...words, '--to', 'ftp://x')).told).toMatch(/^Name the address/);
  expect((await workspace.type(...words, '--to', url)).told).toMatch(/^Name the organization/);
});

test.each([
  [{ __typename: 'WithdrawQuestionSuccess', isWithdrawn: true }, 0, /withdrawn\. Published assessments/],
  [{ __typename: 'WithdrawQuestionSuccess', isWithdrawn: false }, 0, /have no such question/],
  [{ __typename: 'QuestionLoadedProblem' }, 1, /loads from a directory/],
])('a withdrawal is answered in words: %j', async (withdrawQuestion, exitCode, words) => {
  answers = [[200, JSON.stringify({ data: { withdrawQuestion } })]];
  const slug = `acme:${NAME}`;
  const { code, printed, told } = await workspace.type(
    'question',
    'withdraw',
    slug,
    '--to',
    url,
    '--organization',
    'acme',
  );
  expect([code, `${printed}${told}`]).toEqual([exitCode, expect.stringMatching(words)]);
  expect(sent.map(({ body }) => body.variables.input)).toEqual([{ organization: 'acme', slug }]);
});

test('a withdrawal names one question as publishing does', async () => {
  expect((await workspace.type('question', 'withdraw', NAME)).told).toMatch(/^Name a question as publishing does/);
  expect((await workspace.type('question', 'withdraw', 'a:b', 'c:d')).told).toMatch(/^Only one question/);
});
