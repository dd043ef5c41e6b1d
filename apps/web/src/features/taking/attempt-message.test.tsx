import { act, screen, waitFor } from '@testing-library/react';
import { FakeApi } from '../../testing/fake-api';
import { renderPage } from '../../testing/render-page';
import { AttemptPage } from './attempt-page';
import { beat, presented, taken } from './test-attempt';

// Load the lazy chunks before the tests, so that their compile time does not count.
beforeAll(() => Promise.all([import('../../answering/kinds/choice/choice-field'), import('./messages/message-strip')]));

const message = {
  __typename: 'AttemptMessage',
  id: 'm1',
  kind: 'MESSAGE',
  text: 'The grader is slow.',
  isToAll: true,
  sentAt: '2026-11-20T10:05:00.000Z',
  readAt: null,
  answeredAt: null,
};
const routes = [{ path: '/attempts/:id/items/:n', element: <AttemptPage /> }];

test('a message appears on the page of an attempt when the server tells of it, without a reload', async () => {
  let unreadMessages: object[] = [];
  const api = new FakeApi({
    TakeAssessment: () => taken(),
    AttemptHeartbeat: () => beat({}, { unreadMessages }),
    PresentItem: () => presented,
  });
  await renderPage({ routes, at: '/attempts/z/items/1', api });
  await waitFor(() => expect(api.watchers).toBe(1));
  expect(screen.queryByRole('note')).toBeNull();
  unreadMessages = [message];
  act(() => api.tell({ attemptNews: { __typename: 'AttemptNews', kind: 'MESSAGE' } }));
  expect((await screen.findByRole('note')).textContent).toContain('The grader is slow.');
});
