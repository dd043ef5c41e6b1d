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

async function open(Block: ComponentType, assessments: readonly object[]) {
  const edges = assessments.map((node) => ({ __typename: 'AssessmentEdge', node }));
  const api = new FakeApi({ TodayAssessments: () => ({ todays: { __typename: 'AssessmentConnection', edges } }) });
  await renderPage({ routes: [{ path: '/o/:org', element: inAcme(<Block />) }], at: '/o/acme', api });
  await waitFor(() => expect(api.asked.size).toBe(1));
}

const linkTo = (name: string) => screen.getByRole('link', { name }).getAttribute('href');

test('nothing is shown while nothing waits', async () => {
  for (const Block of [FailedVersionsBlock, SubmittedBlock, UndeliveredBlock, UnpublishedBlock]) {
    await open(Block, [anEntry({ versions: [aVersion()] })]);
  }
  expect(screen.queryByRole('heading')).toBeNull();
});

test('a version that could not be prepared leads to the page where it is tried again', async () => {
  await open(FailedVersionsBlock, [anEntry({ versions: [aVersion({ number: 3, isReady: false, hasFailed: true })] })]);
  expect(await screen.findByRole('heading', { name: '1 version could not be prepared' })).toBeTruthy();
  expect(linkTo('Fraud, mid-level')).toBe('/o/acme/assessments/a1/publish');
  expect(await findingsIn(document.body)).toEqual([]);
});

test('mail that was not delivered leads to the invitations', async () => {
  await open(UndeliveredBlock, [anEntry({ undelivered: 2 })]);
  expect(await screen.findByText('2 invitations')).toBeTruthy();
  expect(linkTo('Fraud, mid-level')).toBe('/o/acme/assessments/a1/invitations');
});

test('of many drafts with unpublished changes the first five are shown', async () => {
  const drafts = Array.from({ length: 7 }, (_, index) =>
    anEntry({ id: `a${index}`, title: `Draft ${index}`, hasUnpublishedChanges: true }),
  );
  await open(UnpublishedBlock, drafts);
  expect(await screen.findByRole('heading', { name: '7 drafts with unpublished changes' })).toBeTruthy();
  expect(screen.getAllByRole('link', { name: /^Draft/ })).toHaveLength(5);
  expect(linkTo('And 2 more')).toBe('/o/acme/assessments');
});

test('submissions of the last days are shown, older ones are not', async () => {
  await open(SubmittedBlock, [
    anEntry({ lastSubmittedAt: '2026-11-20T10:00:00.000Z', hasNewSubmissions: true }),
    anEntry({ id: 'a2', title: 'Old', lastSubmittedAt: '2020-01-01T10:00:00.000Z' }),
  ]);
  expect(await screen.findByRole('heading', { name: 'New submissions in 1 assessment' })).toBeTruthy();
  expect(screen.queryByRole('link', { name: 'Old' })).toBeNull();
});
