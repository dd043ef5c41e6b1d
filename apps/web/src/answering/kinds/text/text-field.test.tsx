import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { anItem } from '../../../testing/an-item';
import { findingsIn } from '../../../testing/axe';
import { TEXT } from '../../../testing/examples/marked-examples';
import { showField } from '../../../testing/show-field';
import { MARK_MYSELF } from '../shared/use-mark-myself';
import { TextField } from './text-field';

const { content } = TEXT;
const [toMark, wrong] = TEXT.explained;

test('the rule of matching stands beside the field, and the end of the line is told', async () => {
  const { draft, container } = await showField(TextField, anItem({ content: { ...content, maxLength: 10 } }));
  expect(screen.getByText(/Case is ignored; punctuation matters\./)).toBeTruthy();
  await userEvent.type(screen.getByRole('textbox', { name: 'Your answer' }), 'data driftwood');
  expect(draft()).toEqual({ kind: 'text', text: 'data drift' });
  expect(screen.getByText('0 characters left')).toBeTruthy();
  expect(await findingsIn(container)).toEqual([]);
});

test('a known wrong answer has its reason and what it suggests', async () => {
  await showField(TextField, anItem({ content, ...wrong }));
  expect(await screen.findByText('The labels stay.')).toBeTruthy();
  expect(screen.getByText('Your answer suggests: All drift is concept drift.')).toBeTruthy();
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
  await showField(TextField, anItem({ content, ...toMark }), { mocks: [marked] });
  await userEvent.click(screen.getByRole('button', { name: 'It means the same' }));
  expect(await screen.findByText('Nothing in this answer is waiting for marks.')).toBeTruthy();
});
