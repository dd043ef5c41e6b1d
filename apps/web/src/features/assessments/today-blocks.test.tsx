import { screen, waitFor } from '@testing-library/react';
import type { ComponentType } from 'react';
import { FakeApi } from '../../testing/fake-api';
import { findingsIn } from '../../testing/axe';
import { renderPage } from '../../testing/render-page';
import { anAssessment, aVersion, inAcme } from './test-assessments';
import { FailedVersionsBlock, SubmittedBlock, UndeliveredBlock, UnpublishedBlock } from './today-blocks';

const anEntry = (some: object = {}) => ({
  ...anAssessment({ hasUnpublishedChanges: false }),
  ...{ updatedAt: '2026-11-20T10:00:00.000Z', undelivered: 0, lastSubmittedAt: null, hasNewSubmissions: false },
  counts: { __typename: 'AssessmentCounts', invited: 5, started: 3, submitted: 2 },
  ...some,
});

type Waiting = 'failed' | 'undelivered' | 'unpublished' | 'submitted';

/** `waits` are the first assessments that wait for one thing; nothing else waits. */
async function open(Block: ComponentType, waits: Partial<Record<Waiting, readonly object[]>>, count?: number) {
  const connection = (assessments: readonly object[] = []) => ({
    __typename: 'AssessmentConnection',
    totalCount: count ?? assessments.length,
    edges: assessments.map((node) => ({ __typename: 'AssessmentEdge', node })),
  });
  const { failed, undelivered, unpublished, submitted } = waits;
  const answer = {
    ...{ failed: connection(failed), undelivered: connection(undelivered) },
    ...{ unpublished: connection(unpublished), submitted: connection(submitted) },
  };
  const api = new FakeApi({ TodayAssessments: () => answer });
  await renderPage({ routes: [{ path: '/o/:org', element: inAcme(<Block />) }], at: '/o/acme', api });
  await waitFor(() => expect(api.asked.get('TodayAssessments')?.[0]).toEqual({ organization: 'acme', first: 5 }));
}

const linkTo = (name: string) => screen.getByRole('link', { name }).getAttribute('href');

test('nothing is shown while nothing waits', async () => {
  for (const Block of [FailedVersionsBlock, SubmittedBlock, UndeliveredBlock, UnpublishedBlock]) {
    await open(Block, {});
  }
  expect(screen.queryByRole('heading')).toBeNull();
});

test('a version that could not be prepared leads to the page where it is tried again', async () => {
  const failed = [anEntry({ versions: [aVersion({ number: 3, isReady: false, hasFailed: true })] })];
  await open(FailedVersionsBlock, { failed });
  expect(await screen.findByRole('heading', { name: '1 version could not be prepared' })).toBeTruthy();
  expect(linkTo('Fraud, mid-level')).toBe('/o/acme/assessments/a1/publish');
  expect(await findingsIn(document.body)).toEqual([]);
});

test('mail that was not delivered leads to the invitations', async () => {
  await open(UndeliveredBlock, { undelivered: [anEntry({ undelivered: 2 })] });
  expect(await screen.findByText('2 invitations')).toBeTruthy();
  expect(linkTo('Fraud, mid-level')).toBe('/o/acme/assessments/a1/invitations');
});

test('of many drafts with unpublished changes the first five are shown, and all are counted', async () => {
  const unpublished = Array.from({ length: 5 }, (_, index) =>
    anEntry({ id: `a${index}`, title: `Draft ${index}`, hasUnpublishedChanges: true }),
  );
  await open(UnpublishedBlock, { unpublished }, 207);
  expect(await screen.findByRole('heading', { name: '207 drafts with unpublished changes' })).toBeTruthy();
  expect(screen.getAllByRole('link', { name: /^Draft/ })).toHaveLength(5);
  expect(linkTo('And 202 more')).toBe('/o/acme/assessments');
});

test('new submissions are shown with the latest one', async () => {
  await open(SubmittedBlock, { submitted: [anEntry({ lastSubmittedAt: '2026-11-20T10:00:00.000Z' })] });
  expect(await screen.findByRole('heading', { name: 'New submissions in 1 assessment' })).toBeTruthy();
  expect(screen.getByText(/^2 submitted in total/)).toBeTruthy();
});
