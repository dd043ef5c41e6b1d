import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { findingsIn } from '../../testing/axe';
import { AT, DRAFT, renderBuilder } from './test-builder';

beforeEach(() => window.localStorage.clear());

const section = (name: string) => within(screen.getByRole('region', { name }));
const entriesOf = (name: string) =>
  within(section(name).getByRole('list'))
    .getAllByRole('button', { name: /^Edit: / })
    .map((button) => button.getAttribute('aria-label')?.replace('Edit: ', ''));
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const focused = () => document.activeElement?.getAttribute('aria-label');
const spoken = (words: string) => waitFor(() => expect(screen.getAllByText(words).length).toBeGreaterThan(0));

test('an empty draft says what is missing, and its issue leads to the search', async () => {
  await renderBuilder();
  await userEvent.click(await screen.findByRole('button', { name: /No questions yet/ }));
  expect(document.activeElement).toBe(screen.getByRole('searchbox', { name: 'Search' }));
  expect(await findingsIn(document.body)).toEqual([]);
});

test('a question that is found is added to a new section, and the draft is saved', async () => {
  const api = await renderBuilder();
  await userEvent.click(await screen.findByRole('button', { name: 'Add: About leakage' }));
  expect(entriesOf('Section 1')).toEqual(['About leakage']);
  expect(screen.getAllByText('In the draft')).toHaveLength(1);
  expect(screen.getByText('No errors: it can be published')).toBeTruthy();
  await waitFor(() => expect(api.asked.get('SaveDraft')).toHaveLength(1));
  const [saved] = api.asked.get('SaveDraft') ?? [];
  expect(saved).toMatchObject({
    input: {
      assessmentId: 'a1',
      basedOn: 1,
      draft: { sections: [{ entries: [{ question: { questionId: 'public/numeric.leakage' } }] }] },
    },
  });
  expect(await screen.findByText(/^Saved \d\d:\d\d$/)).toBeTruthy();
});

test('an entry moves by keys and buttons, also to the next section, and keeps the focus', async () => {
  await renderBuilder({ draft: DRAFT });
  const down = await screen.findByRole('button', { name: 'Move down: About recall' });
  down.focus();
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
  expect(entriesOf('Short questions')).toEqual(['About leakage', 'About recall']);
  await spoken('About recall, moved to 2 of 2 in Short questions');
  await userEvent.click(down);
  expect(entriesOf('More')).toEqual(['About recall', 'About ties']);
  expect(focused()).toBe('Move down: About recall');
  await userEvent.keyboard('{Alt>}{ArrowDown}{ArrowDown}{/Alt}');
  await spoken('About recall is the last');
});

test('undo and redo go over the whole draft, by button and by key, but not in a field', async () => {
  await renderBuilder({ draft: DRAFT });
  await userEvent.click(await screen.findByRole('button', { name: 'Remove: About leakage' }));
  expect(entriesOf('Short questions')).toEqual(['About recall']);
  expect(focused()).toBe('Edit: About recall');
  await userEvent.keyboard('{Control>}z{/Control}');
  expect(entriesOf('Short questions')).toEqual(['About recall', 'About leakage']);
  await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
  expect(entriesOf('Short questions')).toEqual(['About recall']);
  const title = screen.getByRole('textbox', { name: 'Title of section 1' });
  await userEvent.type(title, '{Control>}z{/Control}');
  expect(entriesOf('Short questions')).toEqual(['About recall']);
  await userEvent.click(button('Undo'));
  expect(entriesOf('Short questions')).toEqual(['About recall', 'About leakage']);
});

test('a pool says what it finds, and a question of it can be left out', async () => {
  await renderBuilder();
  await userEvent.click(await screen.findByRole('button', { name: 'Add a section' }));
  await userEvent.click(button('Add a pool to Section 1'));
  const pool = within(screen.getByRole('group', { name: /^1 of any kind/ }));
  await userEvent.click(pool.getByRole('checkbox', { name: '3' }));
  expect(screen.getByText(/Pool · finds 2 now/)).toBeTruthy();
  const draw = pool.getByRole('textbox', { name: 'Questions drawn' });
  await userEvent.clear(draw);
  await userEvent.type(draw, '2');
  await userEvent.click(pool.getByRole('button', { name: 'Show the 2 questions' }));
  await userEvent.click(pool.getByRole('button', { name: 'Leave out: About ties' }));
  expect(screen.getAllByText(/Draws 2, but the rule finds 1 question/).length).toBeGreaterThan(0);
  expect(pool.getByRole('button', { name: 'Put back: About ties' })).toBeTruthy();
  expect(await findingsIn(document.body)).toEqual([]);
});

test('a number that cannot be is not taken, and says why', async () => {
  await renderBuilder({ draft: DRAFT });
  const minutes = await screen.findByRole('textbox', { name: 'Time limit (min)' });
  await userEvent.clear(minutes);
  await userEvent.type(minutes, '0500');
  expect(screen.getByText('A whole number from 1 to 480. The draft keeps 50.')).toBeTruthy();
  await userEvent.tab();
  expect((minutes as HTMLInputElement).value).toBe('0500');
});

test('an issue leads to the field where it can be solved, also if that is folded', async () => {
  await renderBuilder({ draft: { ...DRAFT, skills: [{ skillId: 'data.sql', weight: 1 }] } });
  await userEvent.click(await screen.findByRole('button', { name: /“SQL” is missing/ }));
  expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Add a skill' }));
  expect(document.activeElement?.closest('details')?.open).toBe(true);
  const table = within(screen.getByRole('table', { name: 'Coverage by skill and level' }));
  expect(table.getByText('Missing')).toBeTruthy();
});

test('the address leads to an entry', async () => {
  await renderBuilder({ draft: DRAFT, at: `${AT}?at=e3` });
  await waitFor(() => expect(focused()).toBe('Edit: About ties'));
});

test('an archived assessment is read only, and says why', async () => {
  await renderBuilder({ draft: DRAFT, archivedAt: '2026-11-29T10:00:00Z' });
  expect(await screen.findByText(/is in the archive, so it cannot be changed/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^(Remove|Move|Add|Undo|Review)/ })).toBeNull();
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Title of section 1' }).readOnly).toBe(true);
});

test('an author edits and does not publish; a manager is led to publishing once everything is saved', async () => {
  await renderBuilder({ draft: DRAFT, roles: ['AUTHOR'] });
  expect(await screen.findByText('A manager or an administrator can publish it.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Review and publish' })).toBeNull();
});
