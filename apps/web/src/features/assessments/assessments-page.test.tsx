import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { MemberRole } from '../../generated/operations';
import { findingsIn } from '../../testing/axe';
import { FakeApi } from '../../testing/fake-api';
import { renderPage } from '../../testing/render-page';
import { AssessmentsPage } from './assessments-page';
import { anAssessment, aVersion, inAcme } from './test-assessments';

const AT = '/o/acme/assessments';

const listed = (title: string, some: object = {}) => ({
  ...anAssessment({ id: title, title, hasUnpublishedChanges: true }),
  ...{ updatedAt: '2026-11-20T10:00:00.000Z', updatedBy: 'Mira' },
  counts: { __typename: 'AssessmentCounts', invited: 5, started: 3, submitted: 2 },
  ...some,
});

const connection = (assessments: readonly object[], endCursor: string | null = null) => ({
  assessments: {
    __typename: 'AssessmentConnection',
    edges: assessments.map((node, index) => ({ __typename: 'AssessmentEdge', cursor: String(index), node })),
    pageInfo: { __typename: 'PageInfo', hasNextPage: endCursor !== null, endCursor },
    totalCount: assessments.length,
  },
});

type List = (variables: {
  readonly filter?: { isArchived?: boolean; text?: string | null };
  after?: string | null;
}) => readonly object[];

async function open(list: List, { roles = ['MANAGER'] as readonly MemberRole[], at = AT, more = {} } = {}) {
  const archived = new Set<string>();
  const api = new FakeApi({
    Assessments: (variables) =>
      connection(
        list(variables).filter(
          (one) =>
            archived.has((one as { id: string }).id) === (variables['filter'] as { isArchived: boolean }).isArchived,
        ),
      ),
    ArchiveAssessment: ({ input }) => {
      const { assessmentId, isArchived } = input as { assessmentId: string; isArchived: boolean };
      if (isArchived) archived.add(assessmentId);
      else archived.delete(assessmentId);
      const archivedAt = isArchived ? '2026-11-21T10:00:00.000Z' : null;
      const assessment = { __typename: 'Assessment', id: assessmentId, archivedAt };
      return { archiveAssessment: { __typename: 'ArchiveAssessmentSuccess', assessment } };
    },
    CreateAssessment: () => ({
      createAssessment: { __typename: 'CreateAssessmentSuccess', assessment: { __typename: 'Assessment', id: 'copy' } },
    }),
    ...more,
  });
  const routes = [
    { path: AT, element: inAcme(<AssessmentsPage />, roles) },
    { path: `${AT}/*`, element: <h1>Another page</h1> },
  ];
  await renderPage({ routes, at, api });
  return api;
}

test('a row says how far the latest version is, what is unpublished, and how many people were invited', async () => {
  await open(() => [
    listed('Ready', { hasUnpublishedChanges: false, versions: [aVersion({ number: 3 })] }),
    listed('Waiting', { versions: [aVersion({ id: 'v2', isReady: false })] }),
    listed('Broken', { versions: [aVersion({ id: 'v3', isReady: false, hasFailed: true })] }),
    listed('New'),
  ]);
  const table = await screen.findByRole('table', { name: 'Assessments' });
  const row = (name: string) =>
    within(
      within(table)
        .getByRole('rowheader', { name: new RegExp(`^${name}`) })
        .closest('tr') as HTMLElement,
    );
  expect(row('Ready').getByText('Version 3 ready')).toBeTruthy();
  expect(row('Ready').queryByText('Unpublished changes')).toBeNull();
  expect(
    row('Ready')
      .getAllByRole('cell')
      .slice(1, 4)
      .map((cell) => cell.textContent),
  ).toEqual(['5', '3', '2']);
  expect(row('Waiting').getByText('Version 1 is being prepared')).toBeTruthy();
  expect(row('Waiting').getByText('Unpublished changes')).toBeTruthy();
  expect(row('Broken').getByText('Version 1 could not be prepared')).toBeTruthy();
  expect(row('New').getByText('Not published yet')).toBeTruthy();
  expect(await findingsIn(document.body)).toEqual([]);
});

test('archiving takes a row away at once and can be undone', async () => {
  await open(() => [listed('Fraud'), listed('Ranking')]);
  await userEvent.click(await screen.findByRole('button', { name: 'Archive: Fraud' }));
  expect(await screen.findByText('Fraud is in the archive. Invitations and attempts go on.')).toBeTruthy();
  await waitFor(() => expect(screen.queryByRole('link', { name: 'Fraud' })).toBeNull());
  expect(document.activeElement?.textContent).toBe('Assessments');
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(await screen.findByRole('link', { name: 'Fraud' })).toBeTruthy();
});

test('the archive and a search are in the address; what a search does not find says so', async () => {
  const api = await open(() => [], { at: `${AT}?archived=1&q=zebra` });
  expect(await screen.findByRole('heading', { name: /No title has words that begin with "zebra"/ })).toBeTruthy();
  expect(api.asked.get('Assessments')?.[0]).toMatchObject({ filter: { isArchived: true, text: 'zebra' } });
  // What it leads to suspends, which only an awaited `act` lets continue.
  await act(() => userEvent.click(screen.getByRole('button', { name: 'Show all assessments' })));
  expect(await screen.findByRole('heading', { name: 'The archive is empty' })).toBeTruthy();
  expect(screen.getByTestId('address').textContent).toBe(`${AT}?archived=1`);
});

test('without any assessment the templates are the way in for those who build', async () => {
  await open(() => []);
  const link = await screen.findByRole('link', { name: 'ML engineer, mid-level' });
  expect(link.getAttribute('href')).toBe(`${AT}/new?from=template&template=mid-ml-engineer`);
  expect(screen.getByRole('link', { name: 'Propose one for a role' })).toBeTruthy();
});

test('a recruiter sees the list and changes nothing in it', async () => {
  await open(() => [listed('Fraud')], { roles: ['RECRUITER'] });
  expect(await screen.findByRole('link', { name: 'Fraud' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Duplicate|Archive/ })).toBeNull();
  expect(screen.queryByRole('link', { name: 'New assessment' })).toBeNull();
});

test('an author duplicates and does not archive; the copy opens in the builder', async () => {
  const api = await open(() => [listed('Fraud')], { roles: ['AUTHOR'] });
  await userEvent.click(await screen.findByRole('button', { name: 'Duplicate: Fraud' }));
  expect(await screen.findByRole('heading', { name: 'Another page' })).toBeTruthy();
  expect(screen.getByTestId('address').textContent).toBe(`${AT}/copy/build`);
  expect(api.asked.get('CreateAssessment')?.[0]).toEqual({
    input: { organization: 'acme', title: 'Copy of Fraud', copyOf: 'Fraud' },
  });
});

test('the heading of a column sorts, and the address keeps how', async () => {
  const api = await open(() => [listed('Fraud')]);
  const heading = async () =>
    (await screen.findByRole('columnheader', { name: /^Assessment/ })).getAttribute('aria-sort');
  expect(await heading()).toBe('none');
  const press = () => act(() => userEvent.click(screen.getByRole('button', { name: /^Assessment/ })));
  await press();
  expect([await heading(), screen.getByTestId('address').textContent]).toEqual(['ascending', `${AT}?sort=title`]);
  await press();
  expect([await heading(), screen.getByTestId('address').textContent]).toEqual(['descending', `${AT}?sort=-title`]);
  await press();
  expect([await heading(), screen.getByTestId('address').textContent]).toEqual(['none', AT]);
  expect(
    api.asked
      .get('Assessments')
      ?.slice(0, 3)
      .map(({ order }) => order as string),
  ).toEqual(['CHANGED_LAST', 'TITLE', 'TITLE_DESCENDING']);
});

test('own assessments are a filter in the address, and none of them is said', async () => {
  const api = await open(() => [], { at: `${AT}?mine=1` });
  expect(
    await screen.findByRole('heading', { name: 'You have not created or changed an assessment here' }),
  ).toBeTruthy();
  expect(screen.getByRole('checkbox', { name: 'Only mine' })).toMatchObject({ checked: true });
  expect(api.asked.get('Assessments')?.[0]).toMatchObject({ filter: { isOwn: true } });
});
