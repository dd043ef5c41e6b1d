import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { anItem } from '../../../testing/an-item';
import { findingsIn } from '../../../testing/axe';
import { READING } from '../../../testing/examples/keyed-examples';
import { showField } from '../../../testing/show-field';
import { ReadingField } from './reading-field';

const { content, draft: given, explained } = READING;

const lines = () => screen.getAllByRole('checkbox');
const markedLines = () => lines().flatMap((line, index) => ((line as HTMLInputElement).checked ? [index + 1] : []));

test('one line is marked by a click, and another takes its place', async () => {
  const { draft, container } = await showField(ReadingField, anItem({ content }));
  await screen.findByText('Rows are in time order.');
  await userEvent.click(screen.getByText('X = scale(rows)'));
  expect(markedLines()).toEqual([1]);
  await userEvent.click(screen.getByText('print(score(a, b))'));
  expect(draft()).toEqual({ kind: 'reading', lines: { where: [4] }, choices: {} });
  expect(await findingsIn(container)).toEqual([]);
});

test('lines are one stop for Tab; arrow keys go through them and Space marks', async () => {
  await showField(ReadingField, anItem({ content }));
  await screen.findByText('Rows are in time order.');
  await userEvent.tab();
  expect(document.activeElement).toBe(lines()[0]);
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown}{ArrowUp}{ArrowUp} ');
  expect(markedLines()).toEqual([2]);
  await userEvent.keyboard('{End} ');
  expect(markedLines()).toEqual([4]);
  await userEvent.tab();
  expect((document.activeElement as HTMLInputElement).type).toBe('radio');
});

test('every line that is meant may be marked, and the choice beside it keeps both', async () => {
  const [where, effect] = content.parts;
  const { draft } = await showField(
    ReadingField,
    anItem({ content: { ...content, parts: [{ ...where, mark: 'ALL' }, effect] } }),
  );
  await screen.findByText('Rows are in time order.');
  await userEvent.click(screen.getByText('print(score(a, b))'));
  await userEvent.click(screen.getByText('X = scale(rows)'));
  await userEvent.click(await screen.findByText('The score is too high'));
  expect(draft()).toEqual({ kind: 'reading', lines: { where: [1, 4] }, choices: { effect: ['up'] } });
});

test('once checked, the right line is named in the code and what the marked one suggests below', async () => {
  await showField(ReadingField, anItem({ content, ...explained[0] }), { draft: given });
  await screen.findByText('The mean is taken over later rows.');
  const rows = within(screen.getByRole('group', { name: 'The code, line by line' })).getAllByRole('listitem');
  expect(rows.map((row) => row.querySelector('[data-status]')?.getAttribute('data-status') ?? '')).toEqual([
    'right',
    'wrong',
    '',
    '',
  ]);
  expect(screen.getByText('Marking it suggests: Splitting leaks.')).toBeTruthy();
  expect(lines().every((line) => (line as HTMLInputElement).disabled)).toBe(true);
});
