import { act, screen } from '@testing-library/react';
import { FakeApi } from '../../testing/fake-api';
import { renderPage } from '../../testing/render-page';
import { attempt, presented, routes, viewer } from './test-quiz';

const START = Date.parse('2026-11-20T10:00:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const SETTLE_MS = 10;

/** The server's clock, which runs with the test's timers whatever the device's clock is set to. */
class ServerClock {
  private readonly from = performance.now();
  closesAt: number;
  /** How long the device slept: the server's clock went on, the device's timers did not. */
  slept = 0;
  /** Off while the server is unreachable. */
  isReachable = true;

  constructor(limit: number) {
    this.closesAt = START + limit;
  }

  get now(): number {
    return START + performance.now() - this.from + this.slept;
  }

  readonly api = new FakeApi({
    Viewer: () => viewer.result.data,
    PresentItem: () => presented.result.data,
    Quiz: () => ({ attempt: { ...attempt, closesAt: this.iso(this.closesAt) } }),
    SittingClock: () => this.answer(),
    SubmitAttempt: () => ({
      submitAttempt: { __typename: 'SubmitAttemptSuccess', attempt: { __typename: 'Attempt', id: 'z', endedAt: null } },
    }),
  });

  get asked(): number {
    return this.api.asked.get('SittingClock')?.length ?? 0;
  }

  private answer(): Record<string, unknown> {
    if (!this.isReachable) throw new Error('unreachable');
    const [serverTime, closesAt] = [this.iso(this.now), this.iso(this.closesAt)];
    return { attempt: { __typename: 'Attempt', id: 'z', serverTime, closesAt, endedAt: null } };
  }

  private readonly iso = (instant: number): string => new Date(instant).toISOString();
}

const SECOND = 1000;

/** Lets time pass in steps, because React renders only at the end of each `act`. */
async function pass(ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= SECOND) {
    await act(() => jest.advanceTimersByTimeAsync(Math.min(left, SECOND)));
  }
}

const timer = () => screen.getByRole('timer').textContent;
const isLocked = () => screen.queryByText(/^Time is up\. What was saved counts/) !== null;
const setDeviceClock = (by: number): void => jest.setSystemTime(Date.now() + by);

async function openQuiz(limit = 30 * MINUTE): Promise<ServerClock> {
  const server = new ServerClock(limit);
  await renderPage({ routes, at: '/quiz/z', api: server.api });
  await pass(SETTLE_MS);
  return server;
}

// Load the lazy chunk before the tests, so that its compile time does not count.
beforeAll(() => import('../../answering/kinds/choice/choice-field'));
beforeEach(() => jest.useFakeTimers({ now: START }));
afterEach(() => jest.useRealTimers());

test.each([
  ['ahead', 3 * HOUR],
  ['back', -3 * HOUR],
])('a device clock set 3 h %s during the quiz changes neither the time left nor the page', async (_where, by) => {
  await openQuiz();
  setDeviceClock(by);
  await pass(30 * SECOND);
  expect([timer(), isLocked()]).toEqual(['30 min left', false]);
  await pass(90 * SECOND);
  expect([timer(), isLocked()]).toEqual(['28 min left', false]);
});

test('a jump of the device clock makes the page ask the server again', async () => {
  const server = await openQuiz();
  const before = server.asked;
  setDeviceClock(3 * HOUR);
  await pass(2 * SECOND);
  expect(server.asked).toBeGreaterThan(before);
});

test.each<[string, () => void]>([
  ['is shown again', () => document.dispatchEvent(new Event('visibilitychange'))],
  ['comes back from the page cache', () => window.dispatchEvent(new Event('pageshow'))],
  ['is focused', () => window.dispatchEvent(new Event('focus'))],
  ['is online again', () => window.dispatchEvent(new Event('online'))],
])('time that the device slept through is read when the page %s', async (_name, wake) => {
  const server = await openQuiz();
  server.slept = 10 * MINUTE;
  wake();
  await pass(SETTLE_MS);
  expect(timer()).toBe('20 min left');
});

test('a page that waits for the end opens again when the server gives more time', async () => {
  const server = await openQuiz(MINUTE);
  await pass(MINUTE + SECOND);
  expect(isLocked()).toBe(true);
  expect(server.api.asked.get('SubmitAttempt')).toEqual([{ input: { attemptId: 'z', isTimeUp: true } }]);
  server.closesAt = server.now + 5.5 * MINUTE;
  await pass(5 * SECOND);
  expect([timer(), isLocked()]).toEqual(['6 min left', false]);
});

test('without an answer of the server the page is locked when its own timer says so', async () => {
  const server = await openQuiz(MINUTE);
  server.isReachable = false;
  await pass(MINUTE - 2 * SECOND);
  expect(isLocked()).toBe(false);
  await pass(3 * SECOND);
  expect(isLocked()).toBe(true);
});
