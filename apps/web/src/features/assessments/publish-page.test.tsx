import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { AssessmentDraft } from '@holdout/assessment';
import type { MemberRole } from '../../generated/operations';
import { findingsIn } from '../../testing/axe';
import { FakeApi } from '../../testing/fake-api';
import { renderPage } from '../../testing/render-page';
import { PublishPage } from './publish-page';
import { draftView } from '../../platform/assessment/test-draft-view';
import { aDraft, anAssessment, aVersion, facts, onAssessment } from './test-assessments';

const AT = '/o/acme/assessments/a1/publish';

const preparation = (some: object = {}) => ({
  ...{ __typename: 'AssessmentVersion', id: 'v1', number: 1, isReady: false },
  preparation: { __typename: 'VersionPreparation', total: 3, done: 1, failed: 0, failures: [] as object[] },
  ...some,
});
const failure = {
  __typename: 'PreparationFailure',
  reason: 'the generator raised ValueError',
  question: { __typename: 'Question', id: 'public/numeric.recall', title: 'About recall' },
};
const failed = preparation({
  preparation: { __typename: 'VersionPreparation', total: 3, done: 2, failed: 1, failures: [failure] },
});
const ready = preparation({
  isReady: true,
  preparation: { __typename: 'VersionPreparation', total: 3, done: 3, failed: 0, failures: [] },
});

type State = { draft: AssessmentDraft; assessment: object; version: object };

/** A page over an API whose state the test changes; `publish` answers and may change it. */
async function open(
  first: Partial<State>,
  publish: (state: State) => object = () => ({}),
  roles: readonly MemberRole[] = ['MANAGER'],
) {
  const state: State = { draft: aDraft(), assessment: anAssessment(), version: preparation(), ...first };
  const api = new FakeApi({
    BlueprintFacts: () => ({ blueprintFacts: facts }),
    PublishPage: () => ({
      assessmentDraft: {
        ...{ __typename: 'AssessmentDraftState', revision: 7, savedAt: '2026-11-20T10:00:00.000Z', savedBy: 'Mira' },
        ...{ draft: draftView(state.draft), assessment: state.assessment },
      },
    }),
    Assessment: () => ({ assessment: state.assessment }),
    VersionPreparation: () => ({ assessmentVersion: state.version }),
    PublishAssessment: () => ({ publishAssessment: publish(state) }),
    RetryPreparation: () => {
      state.version = preparation();
      return {
        retryAssessmentPreparation: { __typename: 'RetryAssessmentPreparationSuccess', version: state.version },
      };
    },
  });
  await renderPage({ routes: [{ path: AT, element: onAssessment(<PublishPage />, {}, roles) }], at: AT, api });
  return { api, state };
}

const published = { hasUnpublishedChanges: false, versions: [aVersion({ isReady: false })] };
const press = (name: string) => act(() => userEvent.click(screen.getByRole('button', { name })));

test('the page lists what freezes: sections, questions, rules and expected figures', async () => {
  await open({});
  expect(await screen.findByRole('heading', { name: 'Version 1' })).toBeTruthy();
  expect(screen.getByText('1 of numeric from Metrics, not seen by this person before')).toBeTruthy();
  expect(screen.getByText('Pool · Draws 1 of 2 questions · weight 1')).toBeTruthy();
  expect(screen.getByText('About recall')).toBeTruthy();
  expect(screen.getByText('Everyone gets it · weight 2')).toBeTruthy();
  expect(screen.getByText(/points of 100 at the pass line of 60/)).toBeTruthy();
  expect(screen.getByText('The last one counts')).toBeTruthy();
  expect(await findingsIn(document.body)).toEqual([]);
});

test('publishing shows the progress, then what failed with its reason, and a retry follows it again', async () => {
  const { api, state } = await open({}, (now) => {
    now.assessment = anAssessment(published);
    return { __typename: 'PublishAssessmentSuccess', version: now.version };
  });
  await screen.findByRole('button', { name: 'Publish version 1' });
  await press('Publish version 1');
  expect(await screen.findByText('Prepared: 1 of 3 questions')).toBeTruthy();
  expect(api.asked.get('PublishAssessment')).toEqual([{ input: { assessmentId: 'a1', revision: 7 } }]);
  expect(document.activeElement?.textContent).toBe('Version 1, the latest');
  expect(screen.queryByRole('button', { name: /^Publish/ })).toBeNull();
  await waitFor(() => expect(api.watchers).toBe(1));
  state.version = failed;
  act(() => api.tell({ assessmentVersionChanged: failed }));
  expect(await screen.findByText('the generator raised ValueError')).toBeTruthy();
  await press('Try again');
  await waitFor(() => expect(screen.queryByText('the generator raised ValueError')).toBeNull());
  state.version = ready;
  act(() => api.tell({ assessmentVersionChanged: ready }));
  const invite = await screen.findByRole('link', { name: 'Invite people' });
  expect(invite.getAttribute('href')).toBe('/o/acme/assessments/a1/invitations');
});

test('errors prevent publishing, and each leads to its place in the builder', async () => {
  const [section] = aDraft().sections;
  const pool = { ...section?.entries[0], draw: 5 } as AssessmentDraft['sections'][number]['entries'][number];
  const { api } = await open({
    draft: aDraft({ sections: [{ id: 's1', title: 'Numbers', minutes: null, entries: [pool] }] }),
  });
  const issues = await screen.findByRole('heading', { name: '1 error to solve before it can be published' });
  const link = within(issues.parentElement as HTMLElement).getByRole('link', { name: /Draws 5, but the rule finds 3/ });
  expect(link.getAttribute('href')).toBe('/o/acme/assessments/a1/build?at=p1');
  await press('Publish version 1');
  expect(document.activeElement?.contains(link)).toBe(true);
  expect(api.asked.get('PublishAssessment')).toBeUndefined();
});

test('when another person saved meanwhile, it says who, and shows what they saved', async () => {
  await open({}, (now) => {
    now.draft = aDraft({ minutes: 75 });
    const current = { __typename: 'AssessmentDraftState', savedAt: '2026-11-20T10:05:00.000Z', savedBy: 'Ben' };
    return { __typename: 'StaleAssessmentDraftProblem', code: 'STALE_ASSESSMENT_DRAFT', current };
  });
  await screen.findByRole('button', { name: 'Publish version 1' });
  await press('Publish version 1');
  expect(await screen.findByText(/Not published: Ben saved other changes on 20 November 2026/)).toBeTruthy();
  expect(await screen.findByText(/of 75 min/)).toBeTruthy();
});

test('a draft with the content of the latest version is not published again', async () => {
  const versions = [aVersion({ isReady: true })];
  await open({ assessment: anAssessment({ versions }), version: ready }, () => ({
    ...{ __typename: 'AssessmentUnchangedProblem', code: 'ASSESSMENT_UNCHANGED' },
    version: { __typename: 'AssessmentVersion', id: 'v1', number: 1 },
  }));
  await screen.findByRole('button', { name: 'Publish version 2' });
  await press('Publish version 2');
  expect(await screen.findByText('Not published: the draft has the same content as version 1.')).toBeTruthy();
});

test('a bank that has changed is said with the issues that the server found', async () => {
  await open({}, () => ({
    ...{ __typename: 'AssessmentNotPublishableProblem', code: 'ASSESSMENT_NOT_PUBLISHABLE' },
    issues: [
      {
        ...{ __typename: 'AssessmentIssue', code: 'QUESTION_GONE', severity: 'ERROR', sectionId: 's1', entryId: 'q1' },
        params: [{ __typename: 'AssessmentIssueParam', name: 'questionId', value: 'public/numeric.recall' }],
      },
    ],
  }));
  await screen.findByRole('button', { name: 'Publish version 1' });
  await press('Publish version 1');
  expect(await screen.findByText(/Not published: the bank has changed/)).toBeTruthy();
  expect(screen.getByRole('link', { name: /no longer in the bank/ })).toBeTruthy();
});

test('an author sees what would freeze and who can publish it', async () => {
  await open({}, undefined, ['AUTHOR']);
  expect(await screen.findByText('A manager or an administrator can publish it.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^Publish/ })).toBeNull();
});

test('earlier versions are listed with date, person and hash', async () => {
  const versions = [aVersion({ id: 'v2', number: 2, contentHash: 'def456' }), aVersion()];
  await open({ assessment: anAssessment({ hasUnpublishedChanges: false, versions }), version: ready });
  const heading = await screen.findByRole('heading', { name: 'Published versions' });
  const list = within(heading.parentElement as HTMLElement);
  expect(list.getAllByRole('listitem')).toHaveLength(2);
  expect(list.getByText('def456')).toBeTruthy();
  expect(list.getAllByText(/Published on 20 November 2026 .* by Mira/)).toHaveLength(2);
  expect(list.getByRole('button', { name: 'Show contents of version 2' }).getAttribute('aria-expanded')).toBe('false');
});
