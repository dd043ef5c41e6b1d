import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../testing/render-page';
import { REPORT_QUESTION } from './report-form';
import { ReportQuestion } from './report-question';

const routes = [{ path: '/', element: <ReportQuestion slug="choice.rare" itemId="i1" /> }];

test('a report is sent with its item, and gives a reference to quote', async () => {
  const input = { slug: 'choice.rare', itemId: 'i1', reason: 'UNCLEAR', text: 'b reads like c' };
  const result = { data: { reportQuestion: { __typename: 'ReportQuestionSuccess', reference: 'R-12' } } };
  await renderPage({ routes, at: '/', mocks: [{ request: { query: REPORT_QUESTION, variables: { input } }, result }] });
  await userEvent.click(screen.getByRole('button', { name: 'Report this question' }));
  await userEvent.click(await screen.findByRole('radio', { name: 'It can be read in more than one way' }));
  await userEvent.type(screen.getByRole('textbox'), 'b reads like c');
  await userEvent.click(screen.getByRole('button', { name: 'Send report' }));
  expect(await screen.findByText(/Reference, if you ask about it: R-12/)).toBeTruthy();
});

test('an empty report is not sent, and says what is missing', async () => {
  await renderPage({ routes, at: '/' });
  await userEvent.click(screen.getByRole('button', { name: 'Report this question' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Send report' }));
  expect(screen.getByText('Fill this in.')).toBeTruthy();
});
