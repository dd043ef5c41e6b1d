import { screen } from '@testing-library/react';
import { NotFound } from '../../platform/not-found';
import { FakeApi } from '../../testing/fake-api';
import { renderPage } from '../../testing/render-page';
import { AssessmentLayout } from './assessment-layout';
import { anAssessment, inAcme } from './test-assessments';

test('a page that the viewer may not open has one heading of the first level, that of the assessment', async () => {
  const api = new FakeApi({ Assessment: () => ({ assessment: anAssessment() }) });
  const routes = [
    {
      path: '/o/:org/assessments/:id',
      element: inAcme(<AssessmentLayout />, ['RECRUITER']),
      children: [{ path: 'build', element: <NotFound /> }],
    },
  ];
  await renderPage({ routes, at: '/o/acme/assessments/a1/build', api });
  expect(await screen.findByRole('heading', { level: 2, name: /not found/i })).toBeTruthy();
  expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1);
});
