import type { MockLink } from '@apollo/client/testing';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ORGANIZATION } from '../platform/organization/organization-context';
import { RoleGate } from '../platform/organization/role-gate';
import { VIEWER } from '../platform/viewer';
import { findingsIn } from '../testing/axe';
import { renderPage } from '../testing/render-page';
import { OrganizationLayout } from './organization-layout';
import { pagesFor } from './organization-pages';

const page = (
  <>
    <h1>The page</h1>
    <RoleGate roles={['MANAGER', 'ADMIN']} otherwise={<p>Not for you</p>}>
      <p>For managers</p>
    </RoleGate>
  </>
);
const routes = [
  { path: '/o/:org', element: <OrganizationLayout />, children: [{ path: '*', element: page }] },
  { path: '/', element: <h1>Practice</h1> },
];

const refused: MockLink.MockedResponse = {
  request: { query: ORGANIZATION, variables: { slug: 'acme' } },
  maxUsageCount: 3,
  result: { errors: [{ message: 'There is no such thing here.', extensions: { code: 'NOT_FOUND' } }] },
};
const acme = { __typename: 'Organization', id: 'o1', slug: 'acme', name: 'Acme' };
const found = (roles: readonly string[], asked = 'acme'): MockLink.MockedResponse => ({
  request: { query: ORGANIZATION, variables: { slug: asked } },
  maxUsageCount: 5,
  result: { data: { organization: { ...acme, viewerRoles: roles } } },
});
const viewer = (account: object | null, memberships: readonly object[] = []): MockLink.MockedResponse => ({
  request: { query: VIEWER, variables: {} },
  maxUsageCount: 5,
  result: { data: { viewer: { __typename: 'Viewer', account, isGuest: false, memberships } } },
});
const account = { __typename: 'Account', id: 'a1', email: 'a@example.org', displayName: 'A' };
const membership = (organization: object) => ({ __typename: 'Membership', organization, roles: ['ADMIN'] });

test('an organization that a signed-out visitor cannot see offers to sign in and come back', async () => {
  await renderPage({ routes, at: '/o/acme/x', mocks: [refused, viewer(null)] });
  const main = within(await screen.findByRole('main'));
  const link = await main.findByRole('link', { name: 'Sign in' });
  expect(link.getAttribute('href')).toBe('/sign-in?from=%2Fo%2Facme%2Fx');
});

test('to an account that is no member there is nothing at the address', async () => {
  await renderPage({ routes, at: '/o/acme/x', mocks: [refused, viewer(account)] });
  expect(await screen.findByRole('heading', { name: 'Page not found' })).toBeTruthy();
  expect(screen.queryByRole('navigation', { name: 'Pages of Acme' })).toBeNull();
});

test('the rail names the organization and its pages, and leads back to practice', async () => {
  await renderPage({ routes, at: '/o/acme/x', mocks: [found(['ADMIN']), viewer(account, [membership(acme)])] });
  const navigation = await screen.findByRole('navigation', { name: 'Pages of Acme' });
  const rail = within(navigation);
  expect(rail.getAllByRole('link').map((link) => link.textContent)).toEqual([
    'Today',
    'Assessments',
    'Settings',
    'Practise',
  ]);
  expect(await screen.findByText('For managers')).toBeTruthy();
  expect(await findingsIn(navigation)).toEqual([]);
  await userEvent.click(rail.getByRole('link', { name: 'Practise' }));
  expect(await screen.findByRole('heading', { name: 'Practice' })).toBeTruthy();
});

test('a page shows what another role may do to nobody else', async () => {
  await renderPage({ routes, at: '/o/acme/x', mocks: [found(['REVIEWER', 'AUTHOR']), viewer(account)] });
  expect(await screen.findByText('Not for you')).toBeTruthy();
  expect(screen.queryByText('For managers')).toBeNull();
});

test('a member of several organizations switches between them', async () => {
  const other = { __typename: 'Organization', id: 'o2', slug: 'umbra', name: 'Umbra' };
  const memberships = [membership(acme), membership(other)];
  await renderPage({ routes, at: '/o/acme/x', mocks: [found(['ADMIN']), viewer(account, memberships)] });
  const rail = within(await screen.findByRole('navigation', { name: 'Pages of Acme' }));
  expect(await rail.findByRole('button', { name: 'Acme. Other organizations' })).toBeTruthy();
  expect(rail.getByText('Umbra').closest('a')?.getAttribute('href')).toBe('/o/umbra');
});

test('an earlier address leads to the same page under the present one', async () => {
  const mocks = [found(['ADMIN'], 'acme-old'), found(['ADMIN']), viewer(account)];
  await renderPage({ routes, at: '/o/acme-old/x?tab=2', mocks });
  expect(await screen.findByRole('heading', { name: 'The page' })).toBeTruthy();
  expect(screen.getByTestId('address').textContent).toBe('/o/acme/x?tab=2');
});

test('the rail opens as a drawer', async () => {
  await renderPage({ routes, at: '/o/acme/x', mocks: [found(['ADMIN']), viewer(account)] });
  await userEvent.click(await screen.findByRole('button', { name: 'Menu' }));
  expect(await screen.findByRole('dialog', { name: 'Menu' })).toBeTruthy();
});

test('a list of pages is cut to the roles that may open them', () => {
  const pages = [
    { to: 'a', name: () => 'A', roles: 'member' },
    { to: 'b', name: () => 'B', roles: ['ADMIN', 'MANAGER'] },
  ] as const;
  const shown = (...roles: Parameters<typeof pagesFor>[1]) => pagesFor(pages, roles).map(({ to }) => to);
  expect(shown('AUTHOR')).toEqual(['a']);
  expect(shown('AUTHOR', 'MANAGER')).toEqual(['a', 'b']);
});
