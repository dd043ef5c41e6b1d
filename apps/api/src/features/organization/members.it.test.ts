import { type AccountId, AccountRepository, OrganizationRepository } from '@holdout/persistence';
import type { GraphQLClient } from '@holdout/testing';
import { makeScratchDatabase } from '@holdout/testing';
import { PASSWORD, TestAccounts } from '../../test-accounts';
import { API_TEMPLATE, startTestApi, type TestApi } from '../../test-api';

let api: TestApi;
let accounts: TestAccounts;

beforeAll(async () => {
  api = await startTestApi(await makeScratchDatabase(API_TEMPLATE));
  accounts = new TestAccounts(api);
});
afterAll(() => api.stop());

type Person = { readonly client: GraphQLClient; readonly id: AccountId; readonly email: string };

const ORGANIZATION = 'query ($slug: String!) { organization(slug: $slug) { viewerRoles } }';
const MEMBERS = `query ($slug: String!, $search: String, $first: Int!, $after: String) {
  members(slug: $slug, search: $search, first: $first, after: $after) {
    edges { node { id displayName email roles isViewer } } pageInfo { hasNextPage endCursor } } }`;
const CHANGE = `mutation ($input: ChangeMemberRolesInput!) { changeMemberRoles(input: $input) { __typename
  ... on ChangeMemberRolesSuccess { member { roles } } ... on InvalidInputProblem { issues { field code } } } }`;
const REMOVE = 'mutation ($input: RemoveMemberInput!) { removeMember(input: $input) { __typename } }';
const LEAVE = 'mutation ($input: LeaveOrganizationInput!) { leaveOrganization(input: $input) { __typename } }';

async function signedIn(email: string): Promise<Person> {
  const client = await accounts.signedIn(email);
  const id = (await api.db.repo(AccountRepository).findByEmail(email))?.id as AccountId;
  return { client, id, email };
}

async function anOrganization(slug: string): Promise<Person> {
  const email = `admin@${slug}.example`;
  const admin = { email, password: PASSWORD, displayName: 'An admin' };
  await accounts.administration.createOrganization({ slug, name: slug }, admin);
  return signedIn(email);
}

async function aMember(slug: string, role: string, displayName = 'A member'): Promise<Person> {
  const email = await accounts.make(displayName, `${slug}.example`);
  await accounts.join(email, slug, role);
  return signedIn(email);
}

const rolesIn = (slug: string): Promise<{ email: string; role: string }[]> =>
  api.dataSource.query(
    `select p.email, m.role from member m join organization o on o.id = m.organization_id
     join account_profile p on p.account_id = m.account_id where o.slug = $1 order by p.email, m.role`,
    [slug],
  );

test('members are listed by name, by pages and by a part of a name or address', async () => {
  const { client } = await anOrganization('listed');
  for (const name of ['Zebra', 'Bear', '100 %']) await aMember('listed', 'author', name);
  type Answer = {
    members: {
      edges: { node: { displayName: string } }[];
      pageInfo: { hasNextPage: boolean; endCursor: string };
    };
  };
  const read = async (more: object) => (await client.ask<Answer>(MEMBERS, { slug: 'listed', ...more })).members;
  const names = ({ edges }: Answer['members']) => edges.map(({ node }) => node.displayName);
  const first = await read({ first: 2 });
  const second = await read({ first: 2, after: first.pageInfo.endCursor });
  expect([...names(first), ...names(second)]).toEqual(['100 %', 'An admin', 'Bear', 'Zebra']);
  expect(second.pageInfo.hasNextPage).toBe(false);
  expect(names(await read({ first: 9, search: 'ZE' }))).toEqual(['Zebra']);
  expect(names(await read({ first: 9, search: '%' }))).toEqual(['100 %']);
});

test('roles are replaced at once: the session of the member has ended, and a new one has the new roles', async () => {
  const admin = await anOrganization('roles');
  const member = await aMember('roles', 'author');
  const input = { slug: 'roles', memberId: member.id, roles: ['REVIEWER', 'MANAGER'] };
  expect(await admin.client.ask(CHANGE, { input })).toMatchObject({
    changeMemberRoles: { member: { roles: ['MANAGER', 'REVIEWER'] } },
  });
  expect(await member.client.refusal(ORGANIZATION, { slug: 'roles' })).toEqual(['NOT_FOUND']);
  const again = await signedIn(member.email);
  expect(await again.client.ask(ORGANIZATION, { slug: 'roles' })).toEqual({
    organization: { viewerRoles: ['MANAGER', 'REVIEWER'] },
  });
});

test('an administrator who changes their own roles stays signed in, with the new roles at once', async () => {
  const admin = await anOrganization('own');
  await aMember('own', 'admin');
  const input = { slug: 'own', memberId: admin.id, roles: ['AUTHOR'] };
  await admin.client.ask(CHANGE, { input });
  expect(await admin.client.ask(ORGANIZATION, { slug: 'own' })).toEqual({ organization: { viewerRoles: ['AUTHOR'] } });
  expect(await admin.client.refusal(CHANGE, { input })).toEqual(['NOT_FOUND']);
});

test('a removed member is signed out at once', async () => {
  const admin = await anOrganization('removed');
  const member = await aMember('removed', 'reviewer');
  expect(await admin.client.ask(REMOVE, { input: { slug: 'removed', memberId: member.id } })).toEqual({
    removeMember: { __typename: 'RemoveMemberSuccess' },
  });
  expect(await member.client.ask('{ viewer { account { id } } }')).toEqual({ viewer: { account: null } });
  expect(await admin.client.refusal(REMOVE, { input: { slug: 'removed', memberId: member.id } })).toEqual([
    'NOT_FOUND',
  ]);
});

test('a member of another organization cannot be named', async () => {
  const admin = await anOrganization('here');
  await anOrganization('there');
  const stranger = await aMember('there', 'author');
  for (const [text, more] of [
    [CHANGE, { roles: ['ADMIN'] }],
    [REMOVE, {}],
  ] as const) {
    const input = { slug: 'here', memberId: stranger.id, ...more };
    expect(await admin.client.refusal(text, { input })).toEqual(['NOT_FOUND']);
  }
  expect(await rolesIn('here')).toHaveLength(1);
});

test('a member leaves by themselves', async () => {
  await anOrganization('left');
  const member = await aMember('left', 'author');
  expect(await member.client.ask(LEAVE, { input: { slug: 'left' } })).toEqual({
    leaveOrganization: { __typename: 'LeaveOrganizationSuccess' },
  });
  expect(await member.client.refusal(ORGANIZATION, { slug: 'left' })).toEqual(['NOT_FOUND']);
  expect(await member.client.ask('{ viewer { memberships { roles } account { id } } }')).toEqual({
    viewer: { memberships: [], account: { id: member.id } },
  });
});

describe('the last administrator', () => {
  test('can neither leave, be removed nor lose the role', async () => {
    const admin = await anOrganization('last');
    await aMember('last', 'manager');
    const memberId = admin.id;
    const answers = [
      await admin.client.ask(LEAVE, { input: { slug: 'last' } }),
      await admin.client.ask(REMOVE, { input: { slug: 'last', memberId } }),
      await admin.client.ask(CHANGE, { input: { slug: 'last', memberId, roles: ['AUTHOR'] } }),
    ];
    expect(answers.map((answer) => Object.values(answer)[0] as unknown)).toEqual(
      Array.from({ length: 3 }, () => ({ __typename: 'LastAdministratorProblem' })),
    );
  });

  test('stays when two administrators remove or demote each other at the same time', async () => {
    for (let round = 0; round < 5; round += 1) {
      const slug = `race-${round}`;
      const one = await anOrganization(slug);
      const other = await aMember(slug, 'admin');
      await Promise.all([
        one.client.send(CHANGE, { input: { slug, memberId: other.id, roles: ['AUTHOR'] } }),
        other.client.send(REMOVE, { input: { slug, memberId: one.id } }),
        one.client.send(LEAVE, { input: { slug } }),
      ]);
      const admins = (await rolesIn(slug)).filter(({ role }) => role === 'admin');
      expect(admins).toHaveLength(1);
    }
  });

  test('is kept by the database, whatever statement takes the role away', async () => {
    const admin = await anOrganization('kept');
    const other = await aMember('kept', 'admin');
    const demote = (id: AccountId) =>
      api.dataSource.query("delete from member where role = 'admin' and account_id = $1", [id]);
    const ends = await Promise.allSettled([demote(admin.id), demote(other.id)]);
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await rolesIn('kept')).toHaveLength(1);
  });

  test('may delete their own data; the operator then appoints another', async () => {
    const admin = await anOrganization('erased');
    const erase = 'mutation ($input: DeleteMyDataInput!) { deleteMyData(input: $input) { __typename } }';
    expect(await admin.client.ask(erase, { input: { password: PASSWORD } })).toEqual({
      deleteMyData: { __typename: 'DeleteMyDataSuccess' },
    });
    expect(await rolesIn('erased')).toEqual([]);
    expect(await api.db.repo(OrganizationRepository).findBySlug('erased')).not.toBeNull();
  });
});
