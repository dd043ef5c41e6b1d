import { randomUUID } from 'node:crypto';
import type { Environment } from '@holdout/settings';
import { GraphQLClient, makeScratchDatabase } from '@holdout/testing';
import { API_TEMPLATE, startTestApi, type TestApi } from '../../test-api';
import { runDueJobs, SENDS_MAIL } from '../../test-mail';
import { Mails } from './mails';

const LIST = `query ($first: Int!, $after: String) { mailbox(first: $first, after: $after) {
  edges { node { id to subject } } pageInfo { hasNextPage endCursor } } }`;
const OPEN = 'query ($id: ID!) { mailboxMessage(id: $id) { subject text html attachments { name type text } } }';
const INSTALLATION = '{ installation { sendsMail hasMailbox } }';

type Page = {
  readonly mailbox: {
    readonly edges: readonly { readonly node: { readonly id: string; readonly subject: string } }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
};

const started: TestApi[] = [];
afterAll(() => Promise.all(started.map((api) => api.stop())));

async function start(environment: Environment): Promise<{ api: TestApi; client: GraphQLClient }> {
  const api = await startTestApi(await makeScratchDatabase(API_TEMPLATE), { environment });
  started.push(api);
  return { api, client: new GraphQLClient(api.url) };
}

async function send(api: TestApi, subject: string): Promise<void> {
  const url = 'http://127.0.0.1:3000/join/token';
  const attachments = [{ name: 'a.ics', type: 'text/calendar', text: 'BEGIN:VCALENDAR' }];
  const content = { subject, blocks: [{ kind: 'button', label: 'Join', url } as const], attachments };
  api.app.get(Mails).register('memberInvitation', async () => content);
  const mail = {
    kind: 'memberInvitation',
    subjectId: randomUUID(),
    to: 'a@example.org',
    organizationId: null,
  } as const;
  await api.db.transaction((tx) => api.app.get(Mails).queue(tx, mail));
  await runDueJobs(api);
}

test('in local mode messages stay on this machine and are listed newest first, page by page', async () => {
  const { api, client } = await start({ HOLDOUT_LOCAL_MODE: '1' });
  for (const subject of ['first', 'second', 'third']) await send(api, subject);
  const { mailbox: page } = await client.ask<Page>(LIST, { first: 2 });
  expect(page.edges.map(({ node }) => node.subject)).toEqual(['third', 'second']);
  expect(page.pageInfo.hasNextPage).toBe(true);
  const { mailbox: rest } = await client.ask<Page>(LIST, { first: 2, after: page.pageInfo.endCursor });
  expect(rest).toMatchObject({
    edges: [{ node: { subject: 'first', to: 'a@example.org' } }],
    pageInfo: { hasNextPage: false },
  });
  const { mailboxMessage: message } = await client.ask<{ mailboxMessage: Record<string, unknown> }>(OPEN, {
    id: rest.edges[0]?.node.id,
  });
  expect(message).toMatchObject({
    subject: 'first',
    text: expect.stringContaining('http://127.0.0.1:3000/join/token') as unknown,
    html: expect.stringContaining('href="http://127.0.0.1:3000/join/token"') as unknown,
    attachments: [{ name: 'a.ics', type: 'text/calendar', text: 'BEGIN:VCALENDAR' }],
  });
  expect(await client.ask(OPEN, { id: randomUUID() })).toEqual({ mailboxMessage: null });
  expect(await client.ask(INSTALLATION)).toEqual({ installation: { sendsMail: true, hasMailbox: true } });
});

test.each([
  ['on a site that others reach', { PUBLIC_URL: 'https://holdout.example.org' }, false],
  ['with a mail server', { HOLDOUT_LOCAL_MODE: '1', ...SENDS_MAIL }, true],
])('%s there is no mailbox', async (_what, environment, sendsMail) => {
  const { client } = await start(environment);
  for (const [query, variables] of [
    [LIST, { first: 1 }],
    [OPEN, { id: randomUUID() }],
  ] as const) {
    const { errors } = await client.send(query, variables);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['NOT_FOUND']);
  }
  expect(await client.ask(INSTALLATION)).toEqual({ installation: { sendsMail, hasMailbox: false } });
});
