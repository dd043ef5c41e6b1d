import { AccountRepository, type AuditDetail, OrganizationRepository, systemClock } from '@holdout/persistence';
import { GraphQLClient, makeScratchDatabase } from '@holdout/testing';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { leaveTraces, type Trace } from '../../access/acts';
import type { Row } from '../../access/rules';
import { ACCESS } from '../../access/table';
import { TestPeople } from '../../access/test-actors';
import { operationOf } from '../../access/test-matrix';
import { EXAMPLES } from '../../access/test-examples';
import { SHARED } from '../../access/test-objects';
import { Administration } from '../../administration/administration';
import { API_TEMPLATE, type TestApi } from '../../test-api';
import { TestAssessments } from '../../test-assessment';
import { startPreparedApi } from '../../test-prepared-api';

const PASSWORD = 'the tide turns at nine';
let api: TestApi;
let admin: GraphQLClient;
let people: TestPeople;

const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }';
const AUDIT = `query ($slug: String!, $filter: AuditFilter, $first: Int!, $after: String) {
  audit(slug: $slug, filter: $filter, first: $first, after: $after) {
    edges { node { act actor { name } object { name } detail { name value } } } pageInfo { hasNextPage endCursor } } }`;

beforeAll(async () => {
  api = await startPreparedApi(await makeScratchDatabase(API_TEMPLATE), { environment: { HOLDOUT_LOCAL_MODE: '1' } });
  people = new TestPeople(api.db, new TestAssessments(api.dataSource));
  await people.found();
  const administration = new Administration(api.db, systemClock);
  const person = { email: 'admin@acme.example', password: PASSWORD, displayName: '=cmd()' };
  await administration.createOrganization({ slug: 'acme', name: 'Acme' }, person);
  admin = new GraphQLClient(api.url);
  await admin.ask(SIGN_IN, { input: { email: person.email, password: PASSWORD } });
  const account = await api.db.repo(AccountRepository).findByEmail(person.email);
  const organization = await api.db.repo(OrganizationRepository).findBySlug('acme');
  if (!account || !organization) throw new Error('nobody was made');
  const actor = { organizationId: organization.id, accountId: account.id };
  const trace = (act: Trace['act'], detail: AuditDetail = {}) => ({ act, objectId: account.id, detail });
  for (const act of ['member.joined', 'invitation.made', 'member.rolesChanged', 'assessment.published'] as const) {
    await leaveTraces(api.db, systemClock, actor, [trace(act, { roles: ['author', 'admin'] })]);
  }
});
afterAll(() => api.stop());

type Answer = {
  audit: {
    edges: { node: { act: string; actor: { name: string } | null; object: { name: string | null } } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string };
  };
};
const read = async (more: object) => (await admin.ask<Answer>(AUDIT, { slug: 'acme', first: 10, ...more })).audit;
const acts = ({ edges }: Answer['audit']) => edges.map(({ node }) => node.act);

test('entries are read newest first, by pages, with the names that their ids have now', async () => {
  const first = await read({ first: 3 });
  const second = await read({ first: 3, after: first.pageInfo.endCursor });
  expect([...acts(first), ...acts(second)]).toEqual([
    ...['assessment.published', 'member.rolesChanged', 'invitation.made', 'member.joined', 'organization.founded'],
  ]);
  expect(second.pageInfo.hasNextPage).toBe(false);
  expect(second.edges.map(({ node }) => node)).toMatchObject([
    {
      actor: { name: '=cmd()' },
      object: { name: '=cmd()' },
      detail: [{ name: 'roles', value: 'author, admin' }],
    },
    { actor: null, object: { name: null }, detail: [] },
  ]);
});

test('a filter leaves the acts of a person, of a name or its first part, and of a time', async () => {
  const { auditActors } = await admin.ask<{ auditActors: { id: string; name: string }[] }>(
    '{ auditActors(slug: "acme") { id name } }',
  );
  expect(auditActors).toMatchObject([{ name: '=cmd()' }]);
  expect(acts(await read({ filter: { actor: auditActors[0]?.id } }))).toHaveLength(4);
  expect(acts(await read({ filter: { act: 'member' } }))).toEqual(['member.rolesChanged', 'member.joined']);
  expect(acts(await read({ filter: { act: 'member.joined' } }))).toEqual(['member.joined']);
  expect(acts(await read({ filter: { act: 'memb' } }))).toEqual([]);
  expect(acts(await read({ filter: { from: new Date(Date.now() + 60_000).toISOString() } }))).toEqual([]);
});

const download = (client: GraphQLClient | null, path: string) =>
  fetch(`${api.url}/exports/${path}`, { headers: client?.cookieHeader() ?? {} });

test('the audit is downloaded as CSV, without a cell that a spreadsheet would run', async () => {
  const answer = await download(admin, 'audit.csv?slug=acme&act=member');
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="audit-acme.csv"');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const lines = (await answer.text()).trim().split('\n');
  expect(lines[0]).toMatch(/at,act,actorId,actor,objectId,object,detail$/);
  expect(lines).toHaveLength(3);
  expect(lines[1]).toContain(",'=cmd(),");
});

test('the audit is downloaded as JSON', async () => {
  const answer = await download(admin, 'audit.json?slug=acme');
  expect((await answer.json()) as object[]).toHaveLength(5);
  const empty = await download(admin, 'audit.json?slug=acme&from=2100-01-01');
  expect(await empty.json()).toEqual([]);
});

test('to all but administrators of the organization there is nothing to download', async () => {
  const manager = await people.headers({
    name: 'a manager',
    kind: 'account',
    member: { organization: 'one', role: 'manager' },
  });
  const status = async (path: string, headers = {}) => (await fetch(`${api.url}/exports/${path}`, { headers })).status;
  expect(await status('audit.csv?slug=acme')).toBe(404);
  expect(await status('audit.csv?slug=acme', manager)).toBe(404);
  expect(await status('audit.json?slug=one', manager)).toBe(404);
  expect(await status('audit.csv?slug=nowhere', admin.cookieHeader())).toBe(404);
  expect(await status('audit.csv?slug=acme&from=never', admin.cookieHeader())).toBe(400);
  expect(await status('other.csv?slug=acme', admin.cookieHeader())).toBe(404);
});

test('an entry can be neither changed nor deleted', async () => {
  await expect(api.dataSource.query("update audit set act = 'other'")).rejects.toThrow('written once');
  await expect(api.dataSource.query('delete from audit')).rejects.toThrow('written once');
});

test('people whose data was deleted are nameless, and what they did stays', async () => {
  const erase = 'mutation ($input: DeleteMyDataInput!) { deleteMyData(input: $input) { __typename } }';
  const before = await read({});
  expect(before.edges).toHaveLength(5);
  await admin.ask(erase, { input: { password: PASSWORD } });
  const people = await api.dataSource.query<{ name: string | null }[]>(
    `select p.display_name as name from audit a left join account_profile p on p.account_id = a.actor_account_id
     join organization o on o.id = a.organization_id where o.slug = 'acme' and a.actor_account_id is not null`,
  );
  expect(people).toEqual(Array.from({ length: 4 }, () => ({ name: null })));
});

/** Mutations that leave no entry, or only with what this test does not have; each with the reason. */
const WITHOUT_ENTRY: Readonly<Record<string, string>> = {
  saveAssessmentDraft: 'the web app saves a draft every few seconds; its history keeps who saved what',
  restoreAssessmentRevision: 'it saves a draft, as above',
  retryAssessmentPreparation: 'it repeats what publishing began',
  startAssessmentPreview: 'a preview leaves no trace',
  setPreviewTime: 'a preview leaves no trace',
  publishAssessment: 'it needs a whole draft; its own test reads the entry',
  checkOrganizationDomain: 'it asks the DNS; what it finds there leaves an entry',
  removeOrganizationDomain: 'the example names no domain',
  saveIdentityProvider: 'it asks the provider',
  revokeApiToken: 'the example names no token',
  withdrawQuestion: 'the example names no question; its own test reads the entry',
  publishQuestion: 'it needs the files of a question; its own test reads the entry',
  eraseCandidate: 'the example does not confirm; its own test reads the entry',
  addTime: 'nobody takes the assessment of the example; its own test reads the entry',
  admitLateAnswer: 'as above, in late.it.test.ts',
  closeHelpCalls: 'as above, in message.it.test.ts',
  sendAttemptMessage: 'as above, in message.it.test.ts',
  decideCandidates: 'nobody took the assessment of the example; cohort.it.test.ts reads the entry',
  undoDecisions: 'as above',
  releaseReports: 'as above, in report.it.test.ts',
  correctItem: 'the example names no question; correction.it.test.ts reads the entry',
  openMarking: 'it lends an answer to a reviewer; the marks say who gave them',
  saveReview: 'marks say who gave them and when, and are never changed',
  markCalibration: 'as above',
  resolveDisagreement: 'the example names no disagreement; deciding.it.test.ts reads the entry',
  assignReviews: 'the example names no queue; planning.it.test.ts reads the entry',
  startRegrade: 'as above',
  chooseCalibration: 'as above, in deciding.it.test.ts',
  saveCohortView: 'a view is of one member alone',
  deleteCohortView: 'a view is of one member alone',
};

/** Arguments with which a mutation changes something; those of the access test change nothing that others need. */
const CHANGES: Readonly<Record<string, object>> = {
  addOrganizationDomain: { input: { slug: 'one', domain: 'one.example' } },
  archiveAssessment: { input: { assessmentId: SHARED.assessment, isArchived: true } },
  createAssessment: { input: { organization: 'one', title: 'An assessment' } },
  savePrivacy: { input: { slug: 'one', months: { answers: 12 }, hidesNames: false } },
  renameAssessment: { input: { assessmentId: SHARED.assessment, title: 'Another title' } },
};

function variablesOf(field: string): object {
  const examples = EXAMPLES.Mutation as Readonly<Record<string, (objects: typeof SHARED) => object>>;
  return CHANGES[field] ?? examples[field]?.(SHARED) ?? {};
}

/** What the mutation left in the audit of the first organization, when one of its administrators sent the example. */
async function entriesOf(field: string): Promise<string> {
  const definition = api.app.get(GraphQLSchemaHost).schema.getMutationType()?.getFields()[field];
  if (!definition) throw new Error(`There is no mutation ${field}.`);
  const member = { organization: 'one', role: 'admin' } as const;
  const headers = await people.headers({ name: 'an administrator', kind: 'account', member });
  const count = `select count(*)::int as n from audit where organization_id = $1`;
  const counted = async () => (await api.dataSource.query<{ n: number }[]>(count, [people.idOf('one')]))[0]?.n ?? 0;
  const before = await counted();
  const client = new GraphQLClient(api.url, headers);
  const { data, errors } = await client.send(operationOf('Mutation', definition), variablesOf(field));
  if (errors) return `refused with ${errors.map(({ extensions }) => extensions.code).join()}`;
  const outcome = Object.values(data ?? {})[0] as { __typename: string };
  if (outcome.__typename.endsWith('Problem')) return `its example ends with ${outcome.__typename}`;
  return (await counted()) > before ? 'an entry' : 'no entry';
}

test('every mutation of an organization that succeeds leaves an entry in its audit', async () => {
  const rows = Object.entries(ACCESS.Mutation as Readonly<Record<string, Row<never>>>);
  const fields = rows.flatMap(([field, row]) => (typeof row === 'object' ? [field] : []));
  const found: Record<string, string> = {};
  for (const field of fields) found[field] = await entriesOf(field);
  const silent = Object.entries(found).filter(([field, left]) => left !== 'an entry' && !(field in WITHOUT_ENTRY));
  expect(silent).toEqual([]);
});

test('acts on candidates and on what they were invited to are named', async () => {
  const member = { organization: 'one', role: 'admin' } as const;
  const client = new GraphQLClient(
    api.url,
    await people.headers({ name: 'an administrator', kind: 'account', member }),
  );
  for (const act of ['candidate', 'candidate_invitation', 'candidates', 'public_link']) {
    const { audit } = await client.ask<Answer>(AUDIT, { slug: 'one', filter: { act }, first: 1 });
    expect([act, audit.edges[0]?.node.object.name]).toEqual([act, expect.stringMatching(/./)]);
  }
});
