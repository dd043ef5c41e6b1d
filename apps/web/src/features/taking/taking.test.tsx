import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { calculator } from '../../messages/en/calculator';
import { taking } from '../../messages/en/taking';
import { FakeApi } from '../../testing/fake-api';
import { renderPage } from '../../testing/render-page';
import { anItem, beat, presented, taken } from './test-attempt';
import { routes, WithBar } from './test-attempt-pages';

// Load the lazy chunk before the tests, so that its compile time does not count.
beforeAll(() => Promise.all([import('../../answering/kinds/choice/choice-field'), import('./calculator/calculator')]));

test('an item is shown with its section and state, and never with right or wrong', async () => {
  const api = new FakeApi({
    TakeAssessment: () => taken(),
    AttemptHeartbeat: () => beat(),
    PresentItem: () => presented,
  });
  await renderPage({ routes, at: '/attempts/z/items/1', api });
  expect(await screen.findByRole('heading', { level: 1, name: 'Question 1 of 2' })).toBeTruthy();
  expect(screen.getByText('Section 1 of 1 · Metrics')).toBeTruthy();
  expect(screen.getAllByRole('link', { name: /^Item \d of 2/ })).toHaveLength(2);
  expect(screen.queryByRole('button', { name: 'Check' })).toBeNull();
  expect(screen.queryByText('Preview: nothing is recorded')).toBeNull();
});

test('a member’s preview says that nothing is recorded, and leads back to the builder', async () => {
  const preview = { __typename: 'AttemptPreview', assessmentId: 'a1', organization: 'acme' };
  const api = new FakeApi({
    TakeAssessment: () => taken({ preview }),
    AttemptHeartbeat: () => beat(),
    PresentItem: () => presented,
  });
  await renderPage({ routes, at: '/attempts/z/items/1', api });
  expect(await screen.findByText('Preview: nothing is recorded')).toBeTruthy();
  const back = screen.getByRole('link', { name: 'Back to the builder' });
  expect(back.getAttribute('href')).toBe('/o/acme/assessments/a1/build');
});

test('a preview is shown with less time left, and in a window as narrow as a phone', async () => {
  const preview = { __typename: 'AttemptPreview', assessmentId: 'a1', organization: 'acme' };
  const clock = { startedAt: '2026-11-20T10:00:00.000Z', closesAt: '2026-11-20T10:30:00.000Z' };
  const { attempt } = taken({ preview, ...clock });
  const api = new FakeApi({
    TakeAssessment: () => ({ attempt }),
    AttemptHeartbeat: () => beat({}, { closesAt: clock.closesAt }),
    PresentItem: () => presented,
    SetPreviewTime: () => ({ setPreviewTime: { __typename: 'SetPreviewTimeSuccess', attempt } }),
  });
  const open = jest.spyOn(window, 'open').mockReturnValue(null);
  await renderPage({ routes, at: '/attempts/z/items/1', api });
  const panel = within(await screen.findByRole('group', { name: 'Show as…', hidden: true }));
  const press = (name: string) => userEvent.click(panel.getByRole('button', { name, hidden: true }));
  for (const name of ['Half', '1 min']) await press(name);
  await waitFor(() =>
    expect(api.asked.get('SetPreviewTime')).toEqual(
      [900, 60].map((secondsLeft) => ({ input: { assessmentId: 'a1', attemptId: 'z', secondsLeft } })),
    ),
  );
  await press('Phone, 360 px');
  expect(open.mock.calls.map(([, name, features]) => [name, features])).toEqual([
    ['holdout-preview-360', 'popup,width=360,height=800'],
  ]);
  open.mockRestore();
});

test('the bar says when the shown answer was saved, and T speaks the time left in words', async () => {
  const response = {
    __typename: 'Response',
    revision: 1,
    savedAt: '2026-11-20T10:00:30.000Z',
    answer: { __typename: 'ChoiceAnswer', picked: ['a'] },
  };
  const closesAt = '2026-11-20T10:49:00.000Z';
  const api = new FakeApi({
    TakeAssessment: () => taken({ closesAt, items: [anItem(1, { response, isAnswered: true }), anItem(2)] }),
    AttemptHeartbeat: () => beat({}, { closesAt }),
    PresentItem: () => presented,
  });
  await renderPage({ routes: [{ element: <WithBar />, children: routes }], at: '/attempts/z/items/1', api });
  const bar = await screen.findByRole('banner');
  expect(await within(bar).findByText(/^Saved \d\d:\d\d$/)).toBeTruthy();
  expect(screen.getAllByText(/^Saved/)).toHaveLength(1);
  await within(bar).findByText('48 min left');
  await userEvent.keyboard('t');
  expect(await screen.findByText('48 minutes left')).toBeTruthy();
});

test('the calculator opens beside the question, calculates with Enter, and Esc leads back to its button', async () => {
  const documentation = [{ __typename: 'DocumentationLink', title: 'NumPy', url: 'https://numpy.org/doc/' }];
  const api = new FakeApi({
    TakeAssessment: () => taken({}, { hasCalculator: true, documentation }),
    AttemptHeartbeat: () => beat(),
    PresentItem: () => presented,
  });
  await renderPage({ routes, at: '/attempts/z/items/1', api });
  expect((await screen.findByRole('link', { name: /^NumPy/ })).getAttribute('rel')).toBe('noreferrer');
  await userEvent.click(screen.getByRole('button', { name: taking.attempt.calculator }));
  const field = await screen.findByRole('textbox', { name: calculator.expression });
  expect(document.activeElement).toBe(field);
  await userEvent.keyboard('2*(3+4){Enter}');
  expect(await screen.findByText('2*(3+4) = 14')).toBeTruthy();
  await userEvent.keyboard('1/0{Enter}');
  expect(await screen.findByText(calculator.problem.undefined())).toBeTruthy();
  await userEvent.keyboard('{Escape}');
  expect(screen.queryByRole('textbox', { name: calculator.expression })).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: taking.attempt.calculator }));
});

test('without a way back there is no link to an earlier item, and one that was left shows the open one', async () => {
  const items = [anItem(1, { isClosed: true }), anItem(2)];
  const api = new FakeApi({
    TakeAssessment: () => taken({ items }, { mayGoBack: false }),
    AttemptHeartbeat: () => beat(),
    PresentItem: () => presented,
  });
  await renderPage({ routes, at: '/attempts/z/items/1', api });
  expect(await screen.findByRole('heading', { level: 1, name: 'Question 2 of 2' })).toBeTruthy();
  expect(screen.queryByRole('link', { name: 'Previous' })).toBeNull();
  expect(screen.queryByRole('link', { name: /^Item/ })).toBeNull();
});

test('submitting leads to a receipt with the time, the answers and a code', async () => {
  const receipt = {
    attempt: {
      __typename: 'Attempt',
      id: 'z',
      startedAt: '2026-11-20T10:00:00.000Z',
      endedAt: '2026-11-20T11:00:00.000Z',
      endedBy: 'CANDIDATE',
      receiptCode: '7KQM-X2PV-9RTB',
      lateAnswerCount: 0,
      preview: null,
      assessment: {
        __typename: 'TakenAssessment',
        title: 'ML engineer II',
        organizationName: 'Acme',
        afterRelease: 'NOTHING',
      },
      items: [1, 2].map((position) => ({
        __typename: 'AttemptItem',
        id: `item-${position}`,
        position,
        kind: 'CHOICE',
        isAnswered: position === 1,
        submissions: [],
      })),
    },
  };
  const api = new FakeApi({
    TakeAssessment: () => taken(),
    AttemptHeartbeat: () => beat(),
    SubmitAttempt: () => ({
      submitAttempt: {
        __typename: 'SubmitAttemptSuccess',
        attempt: { __typename: 'Attempt', id: 'z', endedAt: '2026-11-20T11:00:00.000Z' },
      },
    }),
    Receipt: () => receipt,
  });
  await renderPage({ routes, at: '/attempts/z/finish', api });
  expect(await screen.findByText('0 answered · 0 flagged · 2 empty')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Submit assessment' }));
  expect(await screen.findByText('7KQM-X2PV-9RTB')).toBeTruthy();
  expect(screen.getByText('1 of 2')).toBeTruthy();
});

test('a section is on a page: each question with its flag, and the jump list leads to its heading', async () => {
  const api = new FakeApi({
    TakeAssessment: () => taken({ items: [anItem(1), anItem(2)] }, { page: 'SECTION' }),
    AttemptHeartbeat: () => beat(),
    PresentItem: () => presented,
    FlagItem: () => ({
      flagItem: { __typename: 'FlagItemSuccess', item: { __typename: 'AttemptItem', id: 'item-2', isFlagged: true } },
    }),
  });
  await renderPage({ routes, at: '/attempts/z/items/1', api });
  expect(await screen.findByRole('heading', { level: 1, name: 'Questions 1 to 2 of 2' })).toBeTruthy();
  const second = screen.getByRole('region', { name: 'Question 2 of 2' });
  expect(within(second).getByText('Statement 2')).toBeTruthy();
  await userEvent.click(within(second).getByRole('button', { name: 'Flag' }));
  expect(api.asked.get('FlagItem')).toEqual([{ input: { itemId: 'item-2', isFlagged: true } }]);
  await userEvent.click(screen.getByRole('link', { name: /^Item 2 of 2/ }));
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 2, name: 'Question 2 of 2' }));
  expect(screen.getByRole('link', { name: 'Review' }).getAttribute('href')).toBe('/attempts/z/finish');
});
