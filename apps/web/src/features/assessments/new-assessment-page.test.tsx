import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { findingsIn } from '../../testing/axe';
import { FakeApi } from '../../testing/fake-api';
import { renderPage } from '../../testing/render-page';
import { NewAssessmentPage } from './new-assessment-page';
import { draftView } from '../../platform/assessment/test-draft-view';
import { aDraft, checkView, facts, inAcme } from './test-assessments';

const AT = '/o/acme/assessments/new';

const uncertain = {
  code: 'SCORE_UNCERTAIN',
  params: [
    { __typename: 'AssessmentIssueParam', name: 'error', value: '14' },
    { __typename: 'AssessmentIssueParam', name: 'at', value: '60' },
  ],
};

async function open(at = AT, more = {}) {
  const proposal = { __typename: 'AssessmentProposal', draft: draftView(aDraft()), check: checkView([uncertain]) };
  const api = new FakeApi({
    SkillNames: () => ({ blueprintFacts: { __typename: 'BlueprintFacts', stamp: facts.stamp, skills: facts.skills } }),
    ProposeAssessment: () => ({ proposeAssessment: proposal }),
    AssessmentTemplates: () => ({
      assessmentTemplates: ['mid-ml-engineer', 'analytics-sql'].map((id) => ({
        ...{ __typename: 'AssessmentTemplate', id },
        ...{ draft: draftView(aDraft()), check: checkView() },
      })),
    }),
    CreateAssessment: () => ({
      createAssessment: { __typename: 'CreateAssessmentSuccess', assessment: { __typename: 'Assessment', id: 'a9' } },
    }),
    ...more,
  });
  const routes = [
    { path: AT, element: inAcme(<NewAssessmentPage />) },
    { path: '/o/acme/assessments/:id/build', element: <h1>The builder</h1> },
  ];
  await renderPage({ routes, at, api });
  return api;
}

test('a role and a level are enough: the proposal is shown, and what is created is what was proposed', async () => {
  const api = await open();
  const proposal = within(await screen.findByRole('region', { name: 'Proposal' }));
  expect(await proposal.findByText(/1 of numeric from Metrics/)).toBeTruthy();
  expect(proposal.getByText(/±14 points of 100 at the pass line/)).toBeTruthy();
  expect(proposal.getByText(/A score of 60 is only known within ±14 points/)).toBeTruthy();
  expect(proposal.getByRole('rowheader', { name: 'Metrics' })).toBeTruthy();
  expect(await findingsIn(document.body)).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'Create and open the builder' }));
  expect(await screen.findByRole('heading', { name: 'The builder' })).toBeTruthy();
  const wish = { role: 'ml-engineer', level: 'MID', skills: [], minutes: 90 };
  expect(api.asked.get('ProposeAssessment')).toEqual([{ organization: 'acme', wish }]);
  expect(api.asked.get('CreateAssessment')).toEqual([
    { input: { organization: 'acme', title: 'ML engineer, mid', wish } },
  ]);
});

test('skills that are added are proposed for, with their shares', async () => {
  const api = await open(`${AT}?skill=systems.fraud*3&minutes=60`);
  expect(await screen.findByRole('combobox', { name: 'Share of Fraud detection' })).toHaveProperty('value', '3');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Share of Fraud detection' }), 'a little');
  await screen.findByRole('region', { name: 'Proposal' });
  await screen.findByText(/1 of numeric from Metrics/);
  expect(api.asked.get('ProposeAssessment')?.[0]).toMatchObject({
    wish: { minutes: 60, skills: [{ skillId: 'systems.fraud' }] },
  });
  expect(screen.getByTestId('address').textContent).toContain('skill=systems.fraud*1');
});

test('a skill is added by its name, and a name that nobody knows is said', async () => {
  await open();
  const field = await screen.findByRole('combobox', { name: 'Add a skill' });
  await userEvent.type(field, 'Fraud{Enter}');
  expect(await screen.findByText('No skill has this name. Choose one from the list.')).toBeTruthy();
  await userEvent.type(field, ' detection{Enter}');
  expect(await screen.findByRole('combobox', { name: 'Share of Fraud detection' })).toHaveProperty('value', '2');
  expect(screen.getByTestId('address').textContent).toContain('skill=systems.fraud*2');
  await userEvent.click(screen.getByRole('button', { name: 'Use the skills of the role' }));
  expect(screen.queryByRole('combobox', { name: 'Share of Fraud detection' })).toBeNull();
});

test('minutes out of bounds are said at the field, and nothing is proposed for them', async () => {
  const api = await open(`${AT}?minutes=5`);
  expect(await screen.findByText('A whole number from 10 to 480.')).toBeTruthy();
  expect(screen.getByText('Give the time limit, and the proposal appears here.')).toBeTruthy();
  expect(api.asked.get('ProposeAssessment')).toBeUndefined();
});

test('a template shows what is in it and whether the bank has it', async () => {
  const api = await open(`${AT}?from=template`);
  expect(await screen.findByText('Choose a template to see what is in it.')).toBeTruthy();
  expect(screen.getAllByText('No errors: it can be published')).toHaveLength(2);
  await act(() => userEvent.click(screen.getByRole('link', { name: 'Analyst (SQL)' })));
  expect(await screen.findByText(/1 of numeric from Metrics/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Create and open the builder' }));
  await screen.findByRole('heading', { name: 'The builder' });
  expect(api.asked.get('CreateAssessment')?.[0]).toMatchObject({
    input: { title: 'Analyst (SQL)', templateId: 'analytics-sql' },
  });
});

test('an empty one needs a title', async () => {
  const api = await open(`${AT}?from=empty`);
  await userEvent.click(await screen.findByRole('button', { name: 'Create and open the builder' }));
  expect(await screen.findByText('Fill this in.')).toBeTruthy();
  await userEvent.type(screen.getByLabelText('Title'), 'Fraud');
  await userEvent.click(screen.getByRole('button', { name: 'Create and open the builder' }));
  await screen.findByRole('heading', { name: 'The builder' });
  expect(api.asked.get('CreateAssessment')).toEqual([{ input: { organization: 'acme', title: 'Fraud' } }]);
});
