import { render, screen } from '@testing-library/react';
import { ISSUE_SEVERITY } from '@holdout/assessment';
import { paramsOf, type ShownIssue, useIssueWords } from './issue-words';

const names = { skill: (id: string) => `the skill ${id}`, question: (id: string) => `the question ${id}` };

function Issue({ issue }: { readonly issue: ShownIssue }) {
  return <p role="note">{useIssueWords(names)(issue)}</p>;
}

const PARAMS = {
  ...{ questions: 120, most: 100, draw: 4, found: 2, unanswerable: 1, fixed: 0, missing: 1, count: 1, of: 3 },
  ...{ limit: 60, median: 70, p80: 90, total: 80, at: 60, error: 14 },
  ...{ questionId: 'q', skillId: 's', language: 'typescript', languages: 'python, sql', title: 'Manual', url: 'x' },
};

test.each(Object.keys(ISSUE_SEVERITY) as ShownIssue['code'][])('%s has a text without ids and gaps', (code) => {
  render(<Issue issue={{ code, params: PARAMS }} />);
  const text = screen.getByRole('note').textContent;
  expect(text).toMatch(/^[A-Z"].*(\.|x)$|^the skill/);
  expect(text).not.toMatch(/undefined|NaN|null|questionId|typescript|, sql/);
});

test('a pool says how many questions it lacks and why', () => {
  const params = paramsOf([
    { name: 'draw', value: '4' },
    { name: 'found', value: '2' },
    { name: 'unanswerable', value: '0' },
    { name: 'fixed', value: '1' },
  ]);
  render(<Issue issue={{ code: 'POOL_TOO_SMALL', params }} />);
  expect(screen.getByRole('note').textContent).toBe(
    'The pool asks for 4 questions and finds 2. 1 question of it is already in as a fixed question.',
  );
});
