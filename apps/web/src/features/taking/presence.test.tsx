import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { taking } from '../../messages/en/taking';
import { FakeApi } from '../../testing/fake-api';
import { renderPage } from '../../testing/render-page';
import { AttemptPage } from './attempt-page';
import { WithBar } from './test-attempt-pages';
import { anItem, beat, presented, taken } from './test-attempt';

// Load the lazy chunks before the tests, so that their compile time does not count.
beforeAll(() => Promise.all([import('../../answering/kinds/choice/choice-field'), import('./read-only-strip')]));

const words = taking.presence;
const SINCE = '2026-11-20T14:05:00.000Z';
const routes = [
  { path: '/attempts/:id/items/:n', element: <AttemptPage /> },
  { path: '/attempts/:id/finish', element: <AttemptPage /> },
  { path: '/attempts/:id/receipt', element: <p>Receipt</p> },
];

const saved = (revision: number, picked: string) => ({
  __typename: 'Response',
  revision,
  savedAt: SINCE,
  answer: { __typename: 'ChoiceAnswer', picked: [picked] },
});

/** A server with another page: whether that one is live, and what it has saved. */
class Server {
  isOtherLive = false;
  isReachable = true;
  otherSaved: ReturnType<typeof saved> | null = null;
  isInThisBrowser = false;

  api(rules: Record<string, unknown> = {}) {
    return new FakeApi({
      TakeAssessment: () =>
        taken(
          { items: [anItem(1, { response: this.otherSaved, isAnswered: this.otherSaved !== null }), anItem(2)] },
          rules,
        ),
      AttemptHeartbeat: ({ input }) => {
        if (!this.isReachable) throw new TypeError('Failed to fetch');
        if ((input as { takesOver: boolean }).takesOver) this.isOtherLive = false;
        return beat({ isLive: !this.isOtherLive, liveSince: SINCE, isLiveInThisBrowser: this.isInThisBrowser });
      },
      PresentItem: () => presented,
      ItemNow: () => ({ attemptItem: anItem(1, { response: this.otherSaved, isAnswered: true }) }),
      SaveResponse: () => {
        if (!this.isReachable) throw new TypeError('Failed to fetch');
        if (this.otherSaved === null)
          return { saveResponse: { __typename: 'SaveResponseSuccess', response: saved(1, 'a') } };
        return {
          saveResponse: { __typename: 'StaleRevisionProblem', code: 'STALE_REVISION', current: this.otherSaved },
        };
      },
    });
  }
}

const told = { attemptNews: { __typename: 'AttemptNews', kind: 'TAKEN_OVER' } };
const options = () => screen.getAllByRole<HTMLInputElement>('radio');
const isOpen = () => options().every(({ disabled }) => !disabled);

/** The strip; its text is spoken as well. */
const strip = async (says: string) => expect((await screen.findByRole('note')).textContent).toContain(says);

async function show(server: Server, { at = '/attempts/z/items/1', rules = {} } = {}) {
  const api = server.api(rules);
  await renderPage({ routes: [{ element: <WithBar />, children: routes }], at, api });
  await waitFor(() => expect(api.watchers).toBe(1));
  return api;
}

test('a page says on every heartbeat which item it shows, under the same id', async () => {
  const api = await show(new Server());
  act(() => api.tell(told));
  await waitFor(() => expect((api.asked.get('AttemptHeartbeat') ?? []).length).toBeGreaterThan(1));
  const inputs = (api.asked.get('AttemptHeartbeat') ?? []).map(({ input }) => input as { clientId: string });
  expect(new Set(inputs.map(({ clientId }) => clientId)).size).toBe(1);
  expect(inputs[0]).toMatchObject({ attemptId: 'z', itemId: 'item-1', takesOver: false });
});

test('when another device goes on, the page is told at once, becomes read-only and says since when', async () => {
  const server = new Server();
  const api = await show(server);
  await screen.findByText('Statement 1');
  expect(isOpen()).toBe(true);
  server.isOtherLive = true;
  act(() => api.tell(told));
  await strip(words.otherDevice(SINCE));
  expect(isOpen()).toBe(false);
});

test('a tab of the same browser is called so', async () => {
  const server = new Server();
  server.isOtherLive = true;
  server.isInThisBrowser = true;
  await show(server);
  await strip(words.otherTab(SINCE));
});

test('“Continue here” brings what the other page has saved, then the page can be written on', async () => {
  const server = new Server();
  server.isOtherLive = true;
  await show(server);
  const button = await screen.findByRole('button', { name: words.continueHere });
  server.otherSaved = saved(3, 'b');
  await userEvent.click(button);
  await waitFor(() => expect(screen.queryByRole('note')).toBeNull());
  expect(isOpen()).toBe(true);
  expect(options().map(({ checked }) => checked)).toEqual([false, true]);
});

test('while the server cannot be reached, “Continue here” says so and the page stays read-only', async () => {
  const server = new Server();
  server.isOtherLive = true;
  await show(server);
  const button = await screen.findByRole('button', { name: words.continueHere });
  server.isReachable = false;
  await userEvent.click(button);
  expect(await screen.findByText(words.unreachable)).toBeTruthy();
  expect(isOpen()).toBe(false);
});

test('a read-only page does not submit, and without a way back it does not go on', async () => {
  const server = new Server();
  server.isOtherLive = true;
  await show(server, { rules: { mayGoBack: false } });
  await strip(words.otherDevice(SINCE));
  expect(screen.queryByRole('button', { name: 'Next' })).toBeNull();
});

test('the page before submitting has no button to submit while it is read-only', async () => {
  const server = new Server();
  server.isOtherLive = true;
  await show(server, { at: '/attempts/z/finish' });
  await strip(words.otherDevice(SINCE));
  expect(screen.queryByRole('button', { name: taking.finish.submit })).toBeNull();
});

test('offline, the strip says where the answers are, until the server answers again', async () => {
  const server = new Server();
  const api = await show(server);
  await screen.findByText('Statement 1');
  server.isReachable = false;
  act(() => api.tell(told));
  await strip(taking.offline.kept);
  expect(isOpen()).toBe(true);
  server.isReachable = true;
  act(() => void window.dispatchEvent(new Event('online')));
  await waitFor(() => expect(screen.queryByRole('note')).toBeNull());
});

test('offline, an answer that waits counts as answered; what was said of it is over once it has arrived', async () => {
  const server = new Server();
  const api = await show(server);
  await screen.findByText('Statement 1');
  server.isReachable = false;
  await userEvent.click(options()[0] as HTMLElement);
  await userEvent.click(screen.getByRole('link', { name: taking.attempt.finish }));
  expect(await screen.findByText(taking.finish.counts(1, 0, 1))).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: taking.finish.submit }));
  await screen.findByText(/^Not submitted: 1 answer not yet received/);
  server.isReachable = true;
  act(() => api.tell(told));
  await waitFor(() => expect(screen.queryByText(/^Not submitted/)).toBeNull());
  expect(await screen.findByText(taking.finish.counts(1, 0, 1))).toBeTruthy();
  expect(api.asked.get('SubmitAttempt')).toBeUndefined();
});

test('where both pages have typed, the one that takes over offers the choice, and shows its own text until then', async () => {
  const server = new Server();
  const api = await show(server);
  await screen.findByText('Statement 1');
  server.otherSaved = saved(1, 'b');
  server.isOtherLive = true;
  await userEvent.click(options()[0] as HTMLElement);
  // Losing its place, the page sends what was typed.
  act(() => api.tell(told));
  await strip(words.otherDevice(SINCE));
  await waitFor(() => expect(api.asked.get('SaveResponse')).toHaveLength(1));
  await userEvent.click(screen.getByRole('button', { name: words.continueHere }));
  expect(await screen.findByRole('group', { name: 'Two versions' })).toBeTruthy();
  expect(options().map(({ checked }) => checked)).toEqual([true, false]);
});
