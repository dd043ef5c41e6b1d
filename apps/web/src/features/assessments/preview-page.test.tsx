import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { findingsIn } from '../../testing/axe';
import { FakeApi } from '../../testing/fake-api';
import { renderPage } from '../../testing/render-page';
import { PreviewPage } from './preview-page';
import { aVersion, facts, onAssessment } from './test-assessments';

const AT = '/o/acme/assessments/a1/preview';

async function open(answer: object) {
  const api = new FakeApi({
    SkillNames: () => ({ blueprintFacts: { __typename: 'BlueprintFacts', stamp: facts.stamp, skills: facts.skills } }),
    StartPreview: () => ({ startAssessmentPreview: answer }),
  });
  const routes = [
    { path: AT, element: onAssessment(<PreviewPage />, { versions: [aVersion()] }) },
    { path: '/attempts/:id/items/:n', element: <h1>The attempt</h1> },
  ];
  await renderPage({ routes, at: AT, api });
  return api;
}

const started = {
  __typename: 'StartAssessmentPreviewSuccess',
  attempt: { __typename: 'Attempt', id: 'p1' },
};
const start = async () => userEvent.click(await screen.findByRole('button', { name: 'Start the preview' }));

test('a preview of the draft begins with a random draw and no accommodations', async () => {
  const api = await open(started);
  expect(await findingsIn(document.body)).toEqual([]);
  await start();
  expect(await screen.findByRole('heading', { name: 'The attempt' })).toBeTruthy();
  expect(screen.getByTestId('address').textContent).toBe('/attempts/p1/items/1');
  const draft = { assessmentId: 'a1', versionId: null, seed: null, extraTime: 0, breakSeconds: 0 };
  expect(api.asked.get('StartPreview')).toEqual([{ input: draft }]);
});

test('a version, a seed, extra time and breaks are sent as chosen', async () => {
  const api = await open(started);
  await userEvent.selectOptions(await screen.findByLabelText('What to preview'), 'v1');
  await userEvent.type(screen.getByLabelText('Seed'), ' fraud 7 ');
  await userEvent.selectOptions(screen.getByLabelText('Extra time'), '25 % more');
  await userEvent.clear(screen.getByLabelText('Breaks (min)'));
  await userEvent.type(screen.getByLabelText('Breaks (min)'), '10');
  await start();
  const chosen = { assessmentId: 'a1', versionId: 'v1', seed: 'fraud 7', extraTime: 0.25, breakSeconds: 600 };
  expect(api.asked.get('StartPreview')).toEqual([{ input: chosen }]);
});

test('breaks that are no number of minutes are said at the field, and nothing is started', async () => {
  const api = await open(started);
  await userEvent.type(await screen.findByLabelText('Breaks (min)'), '00000');
  await start();
  expect(await screen.findByText('At most 120.')).toBeTruthy();
  await userEvent.clear(screen.getByLabelText('Breaks (min)'));
  await userEvent.type(screen.getByLabelText('Breaks (min)'), 'ten');
  await start();
  expect(await screen.findByText('At most 120.')).toBeTruthy();
  expect(api.asked.get('StartPreview')).toBeUndefined();
});

test('questions that cannot be drawn lead to their place in the builder', async () => {
  await open({
    ...{ __typename: 'AssessmentNotPublishableProblem', code: 'ASSESSMENT_NOT_PUBLISHABLE' },
    issues: [
      {
        __typename: 'AssessmentIssue',
        code: 'POOL_EMPTY',
        severity: 'ERROR',
        sectionId: 's',
        entryId: 'p',
        params: [],
      },
    ],
  });
  await start();
  const link = await screen.findByRole('link', { name: /The rule finds no question/ });
  expect(link.getAttribute('href')).toBe('/o/acme/assessments/a1/build?at=p');
});

test('questions that are still being prepared are named', async () => {
  const waiting = [{ __typename: 'Question', id: 'q', title: 'About recall' }];
  await open({ __typename: 'AssessmentNotReadyProblem', code: 'ASSESSMENT_NOT_READY', waiting });
  await start();
  expect(await screen.findByText('About recall')).toBeTruthy();
});
