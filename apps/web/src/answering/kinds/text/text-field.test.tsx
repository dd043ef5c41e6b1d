import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { anItem } from '../../../testing/an-item';
import { findingsIn } from '../../../testing/axe';
import { showField } from '../../../testing/show-field';
import { MARK_MYSELF } from '../shared/use-mark-myself';
import { TextField } from './text-field';

const content = {
  __typename: 'TextContent',
  statement: '',
  hints: [],
  maxLength: 10,
  ignoresCase: true,
  ignoresPunctuation: false,
} as const;
const unknown = {
  __typename: 'TextFeedback',
  accepted: ['data drift'],
  match: null,
  why: null,
  misconception: null,
} as const;

test('the rule of matching stands beside the field, and the end of the line is told', async () => {
  const { draft, container } = await showField(TextField, anItem({ content }));
  expect(screen.getByText(/Case is ignored; punctuation matters\./)).toBeTruthy();
  await userEvent.type(screen.getByRole('textbox', { name: 'Your answer' }), 'data driftwood');
  expect(draft()).toEqual({ kind: 'text', text: 'data drift' });
  expect(screen.getByText('0 characters left')).toBeTruthy();
  expect(await findingsIn(container)).toEqual([]);
});

test('a known wrong answer has its reason and what it suggests', async () => {
  const detail = { ...unknown, match: 'WRONG', why: 'Labels stay.', misconception: 'Drift is noise.' } as const;
  await showField(TextField, anItem({ content, detail }));
  expect(await screen.findByText('Labels stay.')).toBeTruthy();
  expect(screen.getByText('Your answer suggests: Drift is noise.')).toBeTruthy();
  expect(screen.getByText('data drift')).toBeTruthy();
});

test('an answer that matches nothing is judged by its writer', async () => {
  const marked = {
    request: {
      query: MARK_MYSELF,
      variables: { input: { itemId: 'i', levels: [{ criterion: 'meaning', level: 1 }] } },
    },
    result: { data: { markMyself: { __typename: 'NothingToMarkProblem', code: 'NOTHING_TO_MARK' } } },
  };
  await showField(TextField, anItem({ content, pending: 1, detail: unknown }), {
    mocks: [marked],
  });
  await userEvent.click(screen.getByRole('button', { name: 'It means the same' }));
  expect(await screen.findByText('Nothing in this answer is waiting for marks.')).toBeTruthy();
});
