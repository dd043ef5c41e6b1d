import type { MockLink } from '@apollo/client/testing';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { OrganizationContext } from '../../platform/organization/organization-context';
import { findingsIn } from '../../testing/axe';
import { renderPage } from '../../testing/render-page';
import { InvitePage } from './invite-page';
import { CHANGE_ROLES, INVITE_MEMBERS, MEMBERS } from './members-operations';
import { MembersPage } from './members-page';

const acme = { __typename: 'Organization', id: 'o1', slug: 'acme', name: 'Acme', viewerRoles: ['ADMIN'] } as const;
const inAcme = (page: React.ReactNode) => (
  <OrganizationContext value={{ ...acme, viewerRoles: ['ADMIN'] }}>{page}</OrganizationContext>
);
const routes = [
  { path: '/o/:org/settings/members', element: inAcme(<MembersPage />) },
  { path: '/o/:org/settings/members/invite', element: inAcme(<InvitePage />) },
];
const AT = '/o/acme/settings/members';

const member = (id: string, displayName: string, roles: readonly string[], isViewer = false) => ({
  __typename: 'Member',
  ...{ id, displayName, roles, isViewer },
  email: `${id}@acme.example`,
});
const invitation = {
  __typename: 'MemberInvitation',
  id: 'i1',
  email: 'new@acme.example',
  roles: ['AUTHOR'],
  status: 'EXPIRED',
  expiresAt: '2026-11-27T10:00:00.000Z',
  link: null,
};

const listed = (members: readonly object[], invitations: readonly object[] = []): MockLink.MockedResponse => ({
  request: { query: MEMBERS, variables: () => true },
  maxUsageCount: 20,
  result: {
    data: {
      members: {
        __typename: 'MemberConnection',
        edges: members.map((node, index) => ({ __typename: 'MemberEdge', cursor: String(index), node })),
        pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
      },
      memberInvitations: invitations,
    },
  },
});
const changing = (memberId: string, roles: readonly string[], answer: object): MockLink.MockedResponse => ({
  request: { query: CHANGE_ROLES, variables: { input: { slug: 'acme', memberId, roles } } },
  result: { data: { changeMemberRoles: answer } },
});
const changed = (node: object) => ({ __typename: 'ChangeMemberRolesSuccess', member: node });
const you = member('you', 'You', ['ADMIN'], true);
const anna = member('anna', 'Anna', ['AUTHOR']);

test('a role is saved as soon as it is chosen, and can be undone', async () => {
  const mocks = [
    listed([anna, you]),
    changing('anna', ['MANAGER', 'AUTHOR'], changed(member('anna', 'Anna', ['MANAGER', 'AUTHOR']))),
    changing('anna', ['AUTHOR'], changed(anna)),
  ];
  await renderPage({ routes, at: AT, mocks });
  const roles = within(await screen.findByRole('group', { name: 'Roles of Anna' }));
  expect(await findingsIn(document.querySelector<HTMLElement>('ul') as HTMLElement)).toEqual([]);
  await userEvent.click(roles.getByRole('checkbox', { name: 'manager' }));
  expect(await screen.findByText('Anna is now manager and author.')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(screen.queryByText('Anna is now manager and author.')).toBeNull());
});

test('the last role of a member stays, and the reason is beside it', async () => {
  const problem = { __typename: 'InvalidInputProblem', code: 'INVALID_INPUT' };
  await renderPage({ routes, at: AT, mocks: [listed([anna, you]), changing('anna', [], problem)] });
  const roles = within(await screen.findByRole('group', { name: 'Roles of Anna' }));
  await userEvent.click(roles.getByRole('checkbox', { name: 'author' }));
  expect(await screen.findByText(/A member has at least one role/)).toBeTruthy();
  expect(await findingsIn(document.querySelector('ul') as HTMLUListElement)).toEqual([]);
});

test('giving up one’s own administration is asked first, and refused to the last administrator', async () => {
  const problem = { __typename: 'LastAdministratorProblem', code: 'LAST_ADMINISTRATOR' };
  await renderPage({
    routes,
    at: AT,
    mocks: [listed([you]), changing('you', ['AUTHOR'], problem), changing('you', [], problem)],
  });
  const roles = within(await screen.findByRole('group', { name: 'Roles of You' }));
  await userEvent.click(roles.getByRole('checkbox', { name: 'administrator' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Stop being an administrator' }));
  expect(await screen.findByText(/You is the only administrator/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Remove You' })).toBeNull();
});

test('an invitation that has expired says so and can be sent again', async () => {
  await renderPage({ routes, at: AT, mocks: [listed([you], [invitation])] });
  expect(await screen.findByRole('heading', { name: '1 invitation not accepted yet' })).toBeTruthy();
  expect(screen.getByText('Expired')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Send again: new@acme.example' })).toBeTruthy();
});

test('without mail an invitation shows its link, and addresses that were skipped say why', async () => {
  const input = { slug: 'acme', emails: ['a@x.org', 'anna@acme.example'], roles: ['REVIEWER'] };
  const answer = {
    __typename: 'InviteMembersSuccess',
    invitations: [{ __typename: 'MemberInvitation', id: 'i', email: 'a@x.org', link: 'https://h.example/join/x' }],
    skipped: [{ __typename: 'SkippedAddress', email: 'anna@acme.example', reason: 'MEMBER' }],
  };
  const mock = {
    request: { query: INVITE_MEMBERS, variables: { input } },
    result: { data: { inviteMembers: answer } },
  };
  await renderPage({ routes, at: `${AT}/invite`, mocks: [mock] });
  await userEvent.type(await screen.findByLabelText('E-mail addresses'), 'a@x.org anna@acme.example');
  await userEvent.click(screen.getByRole('checkbox', { name: 'reviewer' }));
  await userEvent.click(screen.getByRole('button', { name: 'Invite' }));
  expect(await screen.findByText(/1 invitation made. This installation sends no mail/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Copy link: a@x.org' })).toBeTruthy();
  expect(screen.getByText('anna@acme.example is a member already.')).toBeTruthy();
});
