import { AccountRepository, systemClock } from '@holdout/persistence';
import { GraphQLClient, makeScratchDatabase } from '@holdout/testing';
import { Administration } from '../../administration/administration';
import { API_TEMPLATE, startTestApi, type TestApi } from '../../test-api';

const PASSWORD = 'the tide turns at nine';
let api: TestApi;
let admin: GraphQLClient;

const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }';
const SIGN_UP = 'mutation ($input: SignUpInput!) { signUp(input: $input) { __typename } }';
const OPEN = `mutation ($input: OpenInvitationInput!) { openInvitation(input: $input) { __typename
  ... on InvitationUnusableProblem { reason } } }`;
const ACCEPT = 'mutation { acceptInvitation(input: {}) { __typename } }';
const INVITE = `mutation ($input: InviteMembersInput!) { inviteMembers(input: $input) { __typename
  ... on InviteMembersSuccess { invitations { id email status link } skipped { email reason } }
  ... on InvalidInputProblem { issues { field code } } ... on TooManyInvitationsProblem { remaining } } }`;
const WAITING = '{ memberInvitations(slug: "acme") { id email roles status link } }';
const RESEND = `mutation ($input: ResendMemberInvitationInput!) { resendMemberInvitation(input: $input) {
  ... on ResendMemberInvitationSuccess { invitation { link status } } } }`;
const WITHDRAW = `mutation ($input: WithdrawMemberInvitationInput!) { withdrawMemberInvitation(input: $input) {
  __typename } }`;

beforeAll(async () => {
  api = await startTestApi(await makeScratchDatabase(API_TEMPLATE));
  const administration = new Administration(api.db, systemClock);
  const person = { email: 'admin@acme.example', password: PASSWORD, displayName: 'An admin' };
  await administration.createOrganization({ slug: 'acme', name: 'Acme' }, person);
  admin = new GraphQLClient(api.url);
  await admin.ask(SIGN_IN, { input: { email: person.email, password: PASSWORD } });
});
afterAll(() => api.stop());

type Made = { readonly id: string; readonly email: string; readonly status: string; readonly link: string };
type Invited = {
  readonly inviteMembers: { readonly invitations: readonly Made[]; readonly skipped: readonly object[] };
};

async function invite(emails: readonly string[], roles: readonly string[] = ['AUTHOR']) {
  return (await admin.ask<Invited>(INVITE, { input: { slug: 'acme', emails, roles } })).inviteMembers;
}

async function invited(email: string): Promise<Made> {
  const [made] = (await invite([email])).invitations;
  if (!made) throw new Error(`${email} was not invited`);
  return made;
}

const tokenOf = ({ link }: Pick<Made, 'link'>): string => link.split('/').at(-1) ?? '';
const open = (token: string, client = new GraphQLClient(api.url)) => client.ask(OPEN, { input: { token } });

test('without mail an invitation has a link, which the invited person accepts', async () => {
  const made = await invited('new@acme.example');
  expect(made).toMatchObject({ status: 'WAITING', link: expect.stringMatching(/\/join\/[\w-]{43}$/) as string });
  const client = new GraphQLClient(api.url);
  await open(tokenOf(made), client);
  expect(await admin.ask(WAITING)).toMatchObject({ memberInvitations: [{ status: 'OPENED' }] });
  await client.ask(SIGN_UP, { input: { email: made.email, password: PASSWORD, displayName: 'New' } });
  expect(await client.ask(ACCEPT)).toEqual({ acceptInvitation: { __typename: 'AcceptInvitationSuccess' } });
  expect(await admin.ask(WAITING)).toEqual({ memberInvitations: [] });
});

test('a link that the administrator sees proves no address: who had the address keeps it', async () => {
  const holder = new GraphQLClient(api.url);
  await holder.ask(SIGN_UP, { input: { email: 'victim@acme.example', password: PASSWORD, displayName: 'Victim' } });
  const made = await invited('victim@acme.example');
  const attacker = new GraphQLClient(api.url);
  await open(tokenOf(made), attacker);
  const input = { email: 'victim@acme.example', password: 'a password of the attacker', displayName: 'Attacker' };
  expect(await attacker.ask(SIGN_UP, { input })).toEqual({ signUp: { __typename: 'CredentialsRefusedProblem' } });
  await open(tokenOf(made), holder);
  await holder.ask(ACCEPT);
  expect((await api.db.repo(AccountRepository).findByEmail('victim@acme.example'))?.provenAt).toBeNull();
});

test('members and addresses that wait are skipped, each address counts once, in any case', async () => {
  await invited('waits@acme.example');
  const outcome = await invite(['ADMIN@acme.example', 'waits@acme.example', 'Two@acme.example', 'two@ACME.example']);
  expect(outcome.invitations.map(({ email }) => email)).toEqual(['two@acme.example']);
  expect(outcome.skipped).toEqual([
    { email: 'admin@acme.example', reason: 'MEMBER' },
    { email: 'waits@acme.example', reason: 'INVITED' },
  ]);
});

test('one wrong address, or no role, invites nobody', async () => {
  const before = await admin.ask(WAITING);
  expect(await invite(['fine@acme.example', 'not an address', 'annа@acme.example'], [])).toMatchObject({
    issues: [
      { field: 'emails:not an address', code: 'MALFORMED' },
      { field: 'emails:annа@acme.example', code: 'MALFORMED' },
      { field: 'roles', code: 'MISSING' },
    ],
  });
  expect(await invite([])).toMatchObject({ issues: [{ field: 'emails', code: 'MISSING' }] });
  expect(await admin.ask(WAITING)).toEqual(before);
});

test('sending again ends the earlier link, withdrawing ends it for good', async () => {
  const made = await invited('again@acme.example');
  const input = { slug: 'acme', invitationId: made.id };
  const { resendMemberInvitation: answer } = await admin.ask<{
    resendMemberInvitation: { invitation: Pick<Made, 'link'> };
  }>(RESEND, { input });
  expect(answer.invitation.link).not.toBe(made.link);
  expect(await open(tokenOf(made))).toMatchObject({ openInvitation: { reason: 'UNKNOWN' } });
  expect(await open(tokenOf(answer.invitation))).toEqual({ openInvitation: { __typename: 'OpenInvitationSuccess' } });
  await admin.ask(WITHDRAW, { input });
  expect(await open(tokenOf(answer.invitation))).toMatchObject({ openInvitation: { reason: 'WITHDRAWN' } });
  expect(await admin.refusal(RESEND, { input })).toEqual(['NOT_FOUND']);
});

test('an expired invitation is shown as expired, and is replaced when the person is invited again', async () => {
  const made = await invited('late@acme.example');
  await api.dataSource.query('update invitation set expires_at = now() where id = $1', [made.id]);
  const { memberInvitations } = await admin.ask<{ memberInvitations: Made[] }>(WAITING);
  expect(memberInvitations.find(({ id }) => id === made.id)?.status).toBe('EXPIRED');
  const again = await invited('late@acme.example');
  const after = await admin.ask<{ memberInvitations: Made[] }>(WAITING);
  expect(after.memberInvitations.filter(({ email }) => email === 'late@acme.example')).toMatchObject([
    { id: again.id },
  ]);
});

test('an invitation of another organization is not found', async () => {
  const other = { email: 'admin@umbra.example', password: PASSWORD, displayName: 'Other' };
  await new Administration(api.db, systemClock).createOrganization({ slug: 'umbra', name: 'Umbra' }, other);
  const client = new GraphQLClient(api.url);
  await client.ask(SIGN_IN, { input: { email: other.email, password: PASSWORD } });
  const { id } = await invited('theirs@acme.example');
  const input = { slug: 'umbra', invitationId: id };
  expect(await client.refusal(RESEND, { input })).toEqual(['NOT_FOUND']);
  expect(await client.refusal(WITHDRAW, { input })).toEqual(['NOT_FOUND']);
});

test('more than an organization may invite in a day is refused with what is left, and nobody is invited', async () => {
  await api.dataSource.query(
    `insert into invitation (id, organization_id, purpose, token_hash, email, roles, created_at, expires_at, withdrawn_at)
     select gen_random_uuid(), o.id, 'member', decode(md5(n::text), 'hex'), n || '@x.example', '{author}', now(), now(), now()
     from organization o, generate_series(1, 280) n where o.slug = 'acme'`,
  );
  const emails = Array.from({ length: 50 }, (_, index) => `many${index}@acme.example`);
  expect(await invite(emails)).toMatchObject({
    __typename: 'TooManyInvitationsProblem',
    remaining: expect.any(Number) as number,
  });
});
