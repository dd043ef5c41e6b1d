import { screen, within } from '@testing-library/react';
import { OrganizationContext } from '../../platform/organization/organization-context';
import { findingsIn } from '../../testing/axe';
import { renderPage } from '../../testing/render-page';
import { AuditPage } from './audit-page';
import { ACTORS, AUDIT } from './audit-query';

const acme = { __typename: 'Organization', id: 'o1', slug: 'acme', name: 'Acme', viewerRoles: ['ADMIN'] } as const;
const page = (
  <OrganizationContext value={{ ...acme, viewerRoles: ['ADMIN'] }}>
    <AuditPage />
  </OrganizationContext>
);
const routes = [{ path: '/o/:org/settings/audit', element: page }];
const person = { __typename: 'AuditActor', id: 'a1', name: 'Anna' };

type Given = { readonly act: string; readonly actor?: object | null; readonly name?: string | null };

const entry = ({ act, actor = null, name = null }: Given, index: number) => ({
  __typename: 'AuditEdge',
  cursor: String(index),
  node: {
    __typename: 'AuditEntry',
    ...{ id: `e${index}`, at: '2026-11-27T10:00:00.000Z', act, actor },
    object: { __typename: 'AuditObject', id: `x${index}`, name },
    detail: [{ __typename: 'AuditDetail', name: 'count', value: '3' }],
  },
});

async function rowsOf(...given: readonly Given[]): Promise<readonly string[]> {
  const pageInfo = { __typename: 'PageInfo', hasNextPage: false, endCursor: null };
  const audit = { __typename: 'AuditConnection', edges: given.map(entry), pageInfo };
  const mocks = [
    { request: { query: AUDIT, variables: () => true }, result: { data: { audit } } },
    { request: { query: ACTORS, variables: () => true }, result: { data: { auditActors: [person] } } },
  ];
  await renderPage({ routes, at: '/o/acme/settings/audit', mocks });
  const table = await screen.findByRole('table');
  expect(await findingsIn(table)).toEqual([]);
  const [, ...rows] = within(table).getAllByRole('row');
  return rows.map(({ textContent }) => textContent);
}

test('an entry says in words what was done, by whom and to what', async () => {
  const [row] = await rowsOf({ act: 'candidates.invited', actor: person, name: 'ML engineer' });
  expect(row).toMatch(/^Candidates invited.*Anna.*ML engineer.*people: 3/);
});

test('who acts without an account is a candidate, a schedule or the operator', async () => {
  const rows = await rowsOf(
    { act: 'attempt.started', name: 'Ada' },
    { act: 'domain.lost' },
    { act: 'organization.founded' },
  );
  expect(rows[0]).toMatch(/^Assessment started.*The candidate.*Ada/);
  expect(rows[1]).toMatch(/^Proof of a domain lost.*A schedule/);
  expect(rows[2]).toMatch(/^Organization created.*The operator/);
});

test('a candidate whose data was deleted and an act of another version leave no gap', async () => {
  const rows = await rowsOf(
    { act: 'candidate.erased' },
    { act: 'robot.started', actor: { ...person, id: 'a2', name: null } },
  );
  expect(rows[0]).toContain('A candidate whose data was deleted');
  expect(rows[1]).toMatch(/^robot\.started.*A former member/);
});
