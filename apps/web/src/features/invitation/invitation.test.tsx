import type { MockLink } from '@apollo/client/testing';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../../testing/render-page';
import { ACCEPT_INVITATION, OPEN_INVITATION, OPENED_INVITATION } from './invitation-operations';
import { InvitationPage } from './invitation-page';
import { OpenInvitationPage } from './open-invitation-page';

const routes = [
  { path: '/join/:token', element: <OpenInvitationPage /> },
  { path: '/join', element: <InvitationPage /> },
  { path: '/o/:slug', element: <h1>Organization</h1> },
];
const expiresAt = '2026-11-27T10:00:00.000Z';
const invitation = {
  __typename: 'Invitation',
  organizationName: 'Acme',
  emailHint: 'd•••@example.org',
  roles: ['REVIEWER'],
  expiresAt,
};

const opening = (answer: object): MockLink.MockedResponse => ({
  request: { query: OPEN_INVITATION, variables: { input: { token: 'abc' } } },
  result: { data: { openInvitation: answer } },
});
const opened = (account: object | null, found: object | null = invitation): MockLink.MockedResponse => ({
  request: { query: OPENED_INVITATION, variables: {} },
  maxUsageCount: 3,
  result: { data: { openedInvitation: found, viewer: { __typename: 'Viewer', account } } },
});
const accepting = (answer: object): MockLink.MockedResponse => ({
  request: { query: ACCEPT_INVITATION, variables: { input: { confirm: true } } },
  result: { data: { acceptInvitation: answer } },
});
const account = { __typename: 'Account', id: 'a1' };
const organization = { __typename: 'Organization', id: 'o1', slug: 'acme' };

test('the token leaves the address as soon as the link is opened', async () => {
  const success = { __typename: 'OpenInvitationSuccess', invitation: { __typename: 'Invitation', expiresAt } };
  await renderPage({ routes, at: '/join/abc', mocks: [opening(success), opened(null)] });
  expect(await screen.findByRole('heading', { name: 'Acme invites you' })).toBeTruthy();
  expect(screen.getByTestId('address').textContent).toBe('/join');
  expect(screen.getByRole('link', { name: 'Sign in to accept' }).getAttribute('href')).toBe('/sign-in?from=%2Fjoin');
});

test('a link that ran out says so, and whom to ask', async () => {
  const problem = { __typename: 'InvitationUnusableProblem', code: 'INVITATION_UNUSABLE', reason: 'EXPIRED' };
  await renderPage({ routes, at: '/join/abc', mocks: [opening(problem)] });
  expect(await screen.findByText(/has expired\. The sender can send a new one/)).toBeTruthy();
});

test('accepting leads to the organization', async () => {
  const membership = { __typename: 'Membership', organization };
  const mocks = [opened(account), accepting({ __typename: 'AcceptInvitationSuccess', membership })];
  await renderPage({ routes, at: '/join', mocks });
  await userEvent.click(await screen.findByRole('button', { name: 'Accept the invitation' }));
  expect(await screen.findByRole('heading', { name: 'Organization' })).toBeTruthy();
});

test('an account with another address is told which one was invited', async () => {
  const problem = { __typename: 'EmailNotInvitedProblem', code: 'EMAIL_NOT_INVITED', emailHint: 'd•••@example.org' };
  await renderPage({ routes, at: '/join', mocks: [opened(account), accepting(problem)] });
  await userEvent.click(await screen.findByRole('button', { name: 'Accept the invitation' }));
  expect(await screen.findByText(/an address other than d•••@example.org/)).toBeTruthy();
});

test('without an opened invitation, says how to open one', async () => {
  await renderPage({ routes, at: '/join', mocks: [opened(null, null)] });
  expect(await screen.findByRole('heading', { name: 'No invitation is open in this browser' })).toBeTruthy();
});
