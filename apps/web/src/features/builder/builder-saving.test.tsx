import type { AssessmentDraft } from '@holdout/assessment';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { findingsIn } from '../../testing/axe';
import { draftView } from '../../platform/assessment/test-draft-view';
import { DRAFT, PUBLISH_PAGE, renderBuilder, stateView } from './test-builder';

beforeEach(() => window.localStorage.clear());

const button = (name: string | RegExp) => screen.getByRole('button', { name });

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

test('publishing waits for the last save', async () => {
  const api = await renderBuilder({ draft: DRAFT });
  await userEvent.type(await screen.findByRole('textbox', { name: 'Title of section 1' }), '!');
  await userEvent.click(button('Review and publish'));
  expect(await screen.findByText(PUBLISH_PAGE)).toBeTruthy();
  expect(api.asked.get('SaveDraft')).toHaveLength(1);
});
