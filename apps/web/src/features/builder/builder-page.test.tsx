import { type AssessmentDraft, EMPTY_DRAFT } from '@holdout/assessment';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { findingsIn } from '../../testing/axe';
import { AT, draftView, PUBLISH_PAGE, renderBuilder, stateView } from './test-builder';

const question = (id: string, slug: string) =>
  ({ kind: 'question', id, questionId: `public/numeric.${slug}`, weight: 1 }) as const;

const DRAFT: AssessmentDraft = {
  ...EMPTY_DRAFT,
  level: 'mid',
  sections: [
    {
      id: 's1',
      title: 'Short questions',
      minutes: null,
      entries: [question('e1', 'recall'), question('e2', 'leakage')],
    },
    { id: 's2', title: 'More', minutes: null, entries: [question('e3', 'ties')] },
  ],
};

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

describe('when another person has saved meanwhile', () => {
  const theirs: AssessmentDraft = { ...DRAFT, minutes: 90, sections: DRAFT.sections.slice(0, 1) };

  const renderStale = () =>
    renderBuilder({
      draft: DRAFT,
      onSave: ({ basedOn }) =>
        basedOn === 1
          ? {
              __typename: 'StaleAssessmentDraftProblem',
              code: 'STALE_ASSESSMENT_DRAFT',
              current: stateView({ draft: theirs, revision: 2, savedBy: 'Bo' }),
              base: draftView(DRAFT),
            }
          : { __typename: 'SaveAssessmentDraftSuccess', state: stateView({ draft: theirs, revision: basedOn + 1 }) },
    });

  const typeTitle = async () => {
    const title = await screen.findByRole('textbox', { name: 'Title of section 1' });
    await userEvent.type(title, ' first');
    await userEvent.click(await screen.findByRole('button', { name: 'Compare and choose' }));
    return within(await screen.findByRole('dialog', { name: 'Two versions of this draft' }));
  };

  test('it says who, when and what differs, and the focus stays where it was', async () => {
    await renderStale();
    const title = await screen.findByRole('textbox', { name: 'Title of section 1' });
    await userEvent.type(title, ' first');
    await screen.findByRole('group', { name: 'Two versions' });
    expect(document.activeElement).toBe(title);
    await userEvent.click(button('Compare and choose'));
    const dialog = within(await screen.findByRole('dialog', { name: 'Two versions of this draft' }));
    const mine = within(dialog.getByRole('list', { name: 'What you changed' }));
    expect(mine.getByText('Short questions first, title: Short questions → Short questions first')).toBeTruthy();
    const other = within(dialog.getByRole('list', { name: /^What Bo changed, saved at/ }));
    expect(other.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      'Time limit: 60 → 90',
      'More removed',
      'About ties removed',
    ]);
    expect(await findingsIn(document.body)).toEqual([]);
  });

  test('both can be merged, and the result is saved on theirs', async () => {
    const api = await renderStale();
    await userEvent.click((await typeTitle()).getByRole('button', { name: 'Merge both' }));
    await waitFor(() => expect(api.asked.get('SaveDraft')).toHaveLength(2));
    expect(api.asked.get('SaveDraft')?.[1]).toMatchObject({
      input: { basedOn: 2, draft: { minutes: 90, sections: [{ title: 'Short questions first' }] } },
    });
    expect(screen.queryByRole('group', { name: 'Two versions' })).toBeNull();
  });

  test('theirs can be taken, and mine is one step of undo away', async () => {
    await renderStale();
    await userEvent.click((await typeTitle()).getByRole('button', { name: 'Take theirs' }));
    await waitFor(() => expect(screen.queryByRole('region', { name: 'More' })).toBeNull());
    await userEvent.click(button('Undo'));
    expect(screen.getByRole('region', { name: 'Short questions first' })).toBeTruthy();
  });

  test('mine can be kept', async () => {
    const api = await renderStale();
    await userEvent.click((await typeTitle()).getByRole('button', { name: 'Keep mine' }));
    await waitFor(() => expect(api.asked.get('SaveDraft')).toHaveLength(2));
    expect(api.asked.get('SaveDraft')?.[1]).toMatchObject({ input: { basedOn: 2, draft: { minutes: 60 } } });
  });
});

test('a newer version of another person is shown when one returns to the window', async () => {
  let [current, revision] = [DRAFT, 1];
  await renderBuilder({
    draft: DRAFT,
    answers: { Builder: () => ({ assessmentDraft: stateView({ draft: current, revision, savedBy: 'Bo' }) }) },
  });
  await screen.findByRole('region', { name: 'More' });
  [current, revision] = [{ ...DRAFT, sections: DRAFT.sections.slice(0, 1) }, 2];
  fireEvent(window, new Event('focus'));
  expect(await screen.findByRole('group', { name: /^Bo saved a newer version at/ })).toBeTruthy();
  expect(screen.queryByRole('region', { name: 'More' })).toBeNull();
  await userEvent.click(button('Undo'));
  expect(screen.getByRole('region', { name: 'More' })).toBeTruthy();
});

test('without a connection it says so, keeps the draft in the browser and asks before the page is left', async () => {
  await renderBuilder({
    draft: DRAFT,
    onSave: () => {
      throw new TypeError('Failed to fetch');
    },
  });
  await userEvent.type(await screen.findByRole('textbox', { name: 'Title of section 1' }), '!');
  expect(await screen.findByText(/Not saved: no connection/)).toBeTruthy();
  expect(window.localStorage.getItem('holdout:builder:a1')).toContain('Short questions!');
  const leaving = new Event('beforeunload', { cancelable: true });
  fireEvent(window, leaving);
  expect(leaving.defaultPrevented).toBe(true);
});

test('an earlier version can be looked at and brought back', async () => {
  const earlier = { ...DRAFT, minutes: 45 };
  const api = await renderBuilder({
    draft: DRAFT,
    answers: {
      AssessmentRevision: () => ({
        assessmentRevision: { __typename: 'AssessmentRevisionContent', id: 'r1', draft: draftView(earlier) },
      }),
      RestoreRevision: () => ({
        restoreAssessmentRevision: {
          __typename: 'RestoreAssessmentRevisionSuccess',
          state: stateView({ draft: earlier, revision: 2 }),
        },
      }),
    },
  });
  await userEvent.click(await screen.findByRole('button', { name: 'History' }));
  const drawer = within(await screen.findByRole('dialog', { name: 'History of the draft' }));
  await userEvent.click((await drawer.findAllByRole('button', { name: /^Show/ }))[1] as HTMLElement);
  expect(await drawer.findByText('Time limit: 60 → 45')).toBeTruthy();
  await userEvent.click(drawer.getByRole('button', { name: 'Bring back' }));
  await waitFor(() =>
    expect(api.asked.get('RestoreRevision')).toEqual([{ input: { assessmentId: 'a1', revisionId: 'r1', basedOn: 1 } }]),
  );
  await waitFor(() =>
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Time limit (min)' }).value).toBe('45'),
  );
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

test('publishing waits for the last save', async () => {
  const api = await renderBuilder({ draft: DRAFT });
  await userEvent.type(await screen.findByRole('textbox', { name: 'Title of section 1' }), '!');
  await userEvent.click(button('Review and publish'));
  expect(await screen.findByText(PUBLISH_PAGE)).toBeTruthy();
  expect(api.asked.get('SaveDraft')).toHaveLength(1);
});
