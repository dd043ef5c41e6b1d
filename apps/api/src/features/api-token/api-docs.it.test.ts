import { readFileSync } from 'node:fs';
import { GraphQLClient, makeScratchDatabase } from '@holdout/testing';
import { ASSESSMENT, TestPeople } from '../../access/test-actors';
import { API_TEMPLATE, startTestApi, type TestApi } from '../../test-api';
import { TestAssessments } from '../../test-assessment';

const CREATE = `mutation ($input: CreateApiTokenInput!) { createApiToken(input: $input) {
  ... on CreateApiTokenSuccess { token } } }`;
const PAGE = readFileSync('docs/api.md', 'utf8');
const UNTIL = new Date(Date.now() + 14 * 86_400_000).toISOString();
/** What the page has exported before its calls. */
const EXPORTED: Readonly<Record<string, string>> = { ORGANIZATION: 'one', ASSESSMENT: ASSESSMENT.id, UNTIL };

const BLOCKS = [...PAGE.matchAll(/```sh\n(.*?)```/gs)].map(([, block = '']) => block);
/** The bodies of the calls, with each `'"$NAME"'` as the shell expands it. */
const BODIES = BLOCKS.flatMap((block) => [...block.matchAll(/ -d '(\{.*?\})'\n/gs)]).map(([, body = '']) =>
  body.replaceAll(/'"\$(\w+)"'/g, (_, name: string) => EXPORTED[name] ?? ''),
);

let api: TestApi;
let authorization: string;

beforeAll(async () => {
  const database = await makeScratchDatabase(API_TEMPLATE);
  // As an installation is: without the cookies' operations, only tokens may send any.
  api = await startTestApi(database, { environment: { NODE_ENV: 'production' }, operations: new Map() });
  const people = new TestPeople(api.db, new TestAssessments(api.dataSource));
  await people.found();
  const member = { organization: 'one', role: 'manager' } as const;
  const headers = await people.headers({ name: 'a manager', kind: 'account', member });
  const site = await startTestApi({ url: database.url, drop: async () => undefined });
  const input = { slug: 'one', name: 'A script', scopes: ['READ', 'INVITE'] };
  const made = await new GraphQLClient(site.url, headers).ask<{ createApiToken: { token: string } }>(CREATE, { input });
  authorization = `Bearer ${made.createApiToken.token}`;
  await site.stop();
});
afterAll(() => api.stop());

async function answerTo(body: string | undefined): Promise<string> {
  const { text } = await new GraphQLClient(api.url).post(body ?? '', { authorization });
  expect(text).not.toMatch(/"errors"|Problem/);
  return text;
}

test('the calls of docs/api.md find the assessment, invite two people and list them, with a token', async () => {
  expect(BODIES).toHaveLength(3);
  const [assessments, invite, list] = BODIES;
  expect(await answerTo(assessments)).toContain(`"id":"${ASSESSMENT.id}"`);
  expect((await answerTo(invite)).match(/"outcome":"READY"/g)).toHaveLength(2);
  const listed = await answerTo(list);
  expect(listed).toContain('"email":"ada@example.org"');
  expect(listed).toContain('"email":"grace@example.org"');
});

test('the export of docs/api.md is a file with those two, and one without the token is refused', async () => {
  const [, path = ''] = /"\$URL(\/exports\/[^"]*)"/.exec(PAGE) ?? [];
  const address = api.url + path.replace('$ASSESSMENT', ASSESSMENT.id);
  const file = await (await fetch(address, { headers: { authorization } })).text();
  expect(file).toMatch(/Ada Example,ada@example\.org,INVITED/);
  expect(file).toMatch(/Grace Example,grace@example\.org,INVITED.*,25,10,/);
  expect((await fetch(address)).status).toBe(404);
});
