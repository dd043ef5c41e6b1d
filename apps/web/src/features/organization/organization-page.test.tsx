import type { MockLink } from '@apollo/client/testing';
import { screen } from '@testing-library/react';
import { VIEWER } from '../../platform/viewer';
import { renderPage } from '../../testing/render-page';
import { ORGANIZATION, OrganizationPage } from './organization-page';

const routes = [{ path: '/o/:slug', element: <OrganizationPage /> }];

const refused: MockLink.MockedResponse = {
  request: { query: ORGANIZATION, variables: { slug: 'acme' } },
  result: { errors: [{ message: 'There is no such thing here.', extensions: { code: 'NOT_FOUND' } }] },
};
const viewer = (account: object | null): MockLink.MockedResponse => ({
  request: { query: VIEWER, variables: {} },
  maxUsageCount: 3,
  result: { data: { viewer: { __typename: 'Viewer', account, isGuest: false, memberships: [] } } },
});
const account = { __typename: 'Account', id: 'a1', email: 'a@example.org', displayName: 'A' };

test('an organization that a signed-out visitor cannot see offers to sign in and come back', async () => {
  await renderPage({ routes, at: '/o/acme', mocks: [refused, viewer(null)] });
  const link = await screen.findByRole('link', { name: 'Sign in' });
  expect(link.getAttribute('href')).toBe('/sign-in?from=%2Fo%2Facme');
});

test('to an account that is no member there is nothing at the address', async () => {
  await renderPage({ routes, at: '/o/acme', mocks: [refused, viewer(account)] });
  expect(await screen.findByRole('heading', { name: 'Page not found' })).toBeTruthy();
  expect(screen.queryByRole('link', { name: 'Sign in' })).toBeNull();
});
