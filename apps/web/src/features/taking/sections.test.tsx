import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeApi } from '../../testing/fake-api';
import { renderPage } from '../../testing/render-page';
import { anItem, aSection, beat, presented, taken } from './test-attempt';
import { routes, WithBar } from './test-attempt-pages';

// Load the lazy chunk before the tests, so that its compile time does not count.
beforeAll(() => import('../../answering/kinds/choice/choice-field'));

const NOW = '2026-11-20T10:10:00.000Z';
const closesAt = '2026-11-20T11:00:00.000Z';
const METRICS = { id: 's', minutes: 20, enteredAt: '2026-11-20T10:00:00.000Z', closesAt: '2026-11-20T10:20:00.000Z' };
const CODE = { id: 'c', title: 'Code', minutes: 30, questionCount: 1 };

type State = { sections: readonly object[]; items: readonly object[]; now?: string };

/** An API whose attempt is as the test sets it. */
function apiOf(state: State, more: Record<string, (input: never) => Record<string, unknown>> = {}) {
  return new FakeApi({
    TakeAssessment: () => taken({ closesAt, sections: state.sections, items: state.items }),
    AttemptHeartbeat: () => beat({}, { serverTime: state.now ?? NOW, closesAt, sections: state.sections }),
    PresentItem: () => presented,
    ...more,
  });
}

const open = (api: FakeApi, at: string) =>
  renderPage({ routes: [{ element: <WithBar />, children: routes }], at: `/attempts/z/${at}`, api });

test('before a timed section its page says how long it is, that it has its own clock, and what closes; starting leads to its first item', async () => {
  const state: State = {
    sections: [aSection(METRICS), aSection(CODE)],
    items: [anItem(1, { isAnswered: true, isFlagged: true }), anItem(2)],
  };
  const api = apiOf(state, {
    EnterSection: () => {
      state.sections = [
        aSection({ ...METRICS, isClosed: true }),
        aSection({ ...CODE, enteredAt: NOW, closesAt: '2026-11-20T10:40:00.000Z' }),
      ];
      state.items = [...state.items, anItem(3, { sectionId: 'c' })];
      const { attempt } = taken({ closesAt, sections: state.sections, items: state.items });
      return { enterSection: { __typename: 'EnterSectionSuccess', attempt } };
    },
  });
  await open(api, 'items/3');
  expect(await screen.findByRole('heading', { level: 1, name: 'Section 2 of 2: Code' })).toBeTruthy();
  expect(screen.getByText('1 question, 30 minutes')).toBeTruthy();
  expect(screen.getByText(/^This section has its own clock/)).toBeTruthy();
  expect(
    screen.getByText('Section 1, Metrics, closes when you start this one. You cannot go back to it.'),
  ).toBeTruthy();
  expect(screen.getByText('In it: 1 answered · 1 flagged · 1 empty')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Back to section 1' }).getAttribute('href')).toBe('/attempts/z/items/1');
  await userEvent.click(screen.getByRole('button', { name: 'Start section 2' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Question 3 of 3' })).toBeTruthy();
  expect(api.asked.get('EnterSection')).toEqual([{ input: { attemptId: 'z', sectionId: 'c' } }]);
});

test('the clock of the section is beside that of the whole, and T speaks both', async () => {
  const api = apiOf({ sections: [aSection(METRICS), aSection(CODE)], items: [anItem(1), anItem(2)] });
  await open(api, 'items/1');
  const bar = await screen.findByRole('banner');
  await within(bar).findByText('Section: 10 min');
  expect(within(bar).getByText('All: 50 min')).toBeTruthy();
  await userEvent.keyboard('t');
  expect(await screen.findByText('Section: 10 minutes left. All: 50 minutes left')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Section 2 · Code · 30 min' }).getAttribute('href')).toBe(
    '/attempts/z/sections/c',
  );
});

test('an entry that another tab has made already is said, and leads on', async () => {
  const state: State = { sections: [aSection(METRICS), aSection(CODE)], items: [anItem(1), anItem(2)] };
  const api = apiOf(state, {
    EnterSection: () => ({
      enterSection: { __typename: 'SectionClosedProblem', reason: 'CLOSED', code: 'SECTION_CLOSED' },
    }),
  });
  await open(api, 'sections/c');
  await userEvent.click(await screen.findByRole('button', { name: 'Start section 2' }));
  expect(await screen.findByText('This section was started before, and has closed.')).toBeTruthy();
});

test('the page before submitting lists the sections that were not started', async () => {
  const api = apiOf({ sections: [aSection(METRICS), aSection(CODE)], items: [anItem(1), anItem(2)] });
  await open(api, 'finish');
  const link = await screen.findByRole('link', {
    name: 'Section 2, Code, was not started: 1 question, not shown yet.',
  });
  expect(link.getAttribute('href')).toBe('/attempts/z/sections/c');
});

test('time that was given is said once, calmly, until it was seen', async () => {
  const timeGiven = [
    { __typename: 'GivenTime', id: '1', seconds: 340, kind: 'OUTAGE' },
    { __typename: 'GivenTime', id: '2', seconds: 20, kind: 'OUTAGE' },
  ];
  const api = new FakeApi({
    TakeAssessment: () => taken({ closesAt }),
    AttemptHeartbeat: () => beat({}, { serverTime: NOW, closesAt, timeGiven }),
    PresentItem: () => presented,
  });
  await open(api, 'items/1');
  expect((await screen.findAllByText('6 minutes given back: our service was away.')).length).toBeGreaterThan(0);
  await userEvent.click(screen.getByRole('button', { name: 'OK' }));
  expect(screen.queryByRole('button', { name: 'OK' })).toBeNull();
});

describe('when only the time of a section is up', () => {
  beforeEach(() => jest.useFakeTimers({ now: Date.parse(NOW) }));
  afterEach(() => jest.useRealTimers());
  const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));

  test('its items are locked, the rest goes on, and the next section is offered', async () => {
    const state: State = {
      sections: [aSection(METRICS), aSection(CODE)],
      items: [anItem(1), anItem(2)],
      now: '2026-11-20T10:19:58.000Z',
    };
    const api = apiOf(state);
    await open(api, 'items/1');
    await pass(10);
    expect(screen.queryByText(/^The time of this section is up/)).toBeNull();
    const first = () => screen.getByRole('radio', { name: /First/ });
    expect(first().matches(':disabled')).toBe(false);
    state.now = '2026-11-20T10:20:00.500Z';
    await pass(3000);
    expect(screen.getAllByText(/^The time of this section is up/).length).toBeGreaterThan(0);
    expect(first().matches(':disabled')).toBe(true);
    state.now = '2026-11-20T10:20:02.000Z';
    state.sections = [aSection({ ...METRICS, isClosed: true }), aSection(CODE)];
    await pass(4000);
    expect(screen.getByText('Section 1, Metrics, has closed. What was saved counts.')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Go on to section 2' })).toBeTruthy();
    expect(screen.getByText('40 min left')).toBeTruthy();
  });
});
