import { screen, within } from '@testing-library/react';
import { findingsIn } from '../../testing/axe';
import { renderPage } from '../../testing/render-page';
import { CoveragePage } from './coverage-page';
import { COVERAGE } from './coverage-query';

const routes = [{ path: '/coverage', element: <CoveragePage /> }];
const counts = [
  { __typename: 'CoverageCount', kind: 'CODE', level: 2, questionCount: 2 },
  { __typename: 'CoverageCount', kind: 'CHOICE', level: 4, questionCount: 1 },
];
const skill = (id: string, name: string, of: object[]) => ({
  __typename: 'SkillCoverage',
  skill: { __typename: 'Skill', id, name },
  counts: of,
});
const check = (slug: string, title: string, faults: object | null) => ({
  __typename: 'CodeCheck',
  slug,
  title,
  language: 'PYTHON',
  faults: faults && { __typename: 'FaultCount', ...faults },
});
const coverage = {
  __typename: 'Coverage',
  questionCount: 3,
  counts,
  domains: [
    {
      __typename: 'DomainCoverage',
      name: 'Evaluation',
      questionCount: 3,
      skills: [skill('eval.metrics', 'Metrics', counts), skill('eval.drift', 'Drift', [])],
    },
  ],
  codeChecks: [check('code.ties', 'Ties', { planted: 30, caught: 28, waived: 1 }), check('code.new', 'New', null)],
};

const rowNamed = (name: string) => within(screen.getByRole('row', { name: new RegExp(`^${name}`) }));

beforeEach(async () => {
  const read = { request: { query: COVERAGE, variables: {} }, result: { data: { coverage } } };
  await renderPage({ routes, at: '/coverage', mocks: [read] });
  await screen.findByRole('table', { name: 'By skill' });
});

test('a gap is named as one, and what is there leads to its questions', () => {
  expect(screen.getByText(/3 questions on 1 of 2 skills\./)).toBeTruthy();
  expect(rowNamed('Drift').getByText('None yet')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Metrics' }).getAttribute('href')).toBe('/questions?skill=eval.metrics');
  expect(screen.queryByRole('link', { name: 'Drift' })).toBeNull();
  expect(rowNamed('Metrics').getByText('2–4')).toBeTruthy();
});

test('each question counts once by kind and level', () => {
  const cells = within(screen.getByRole('table', { name: 'By kind and level' }));
  const code = within(cells.getByRole('row', { name: /^Code/ }));
  expect(code.getAllByRole('cell').map((cell) => cell.textContent)).toEqual(['0', '2', '0', '0', '0', '2']);
});

test('faults caught are shown with what they are out of, and what is not known is said', () => {
  expect(rowNamed('Ties').getByText('28 of 30')).toBeTruthy();
  expect(rowNamed('Ties').getByText('96 %')).toBeTruthy();
  expect(rowNamed('New').getByText('This version has not been checked')).toBeTruthy();
  expect(screen.getByText('Python: 28 of 30 faults caught, 1 waived, in 1 of 2 questions')).toBeTruthy();
});

test('axe finds nothing', async () => {
  expect(await findingsIn(document.body)).toEqual([]);
});
