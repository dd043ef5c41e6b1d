import { screen, waitFor } from '@testing-library/react';
import { drafts } from '../../answering/page-drafts';
import { candidate } from '../../messages/en/candidate';
import { FakeApi } from '../../testing/fake-api';
import { renderPage } from '../../testing/render-page';
import { ReceiptPage } from './receipt-page';

const words = candidate.receipt;

// Load the lazy chunk before the tests, so that its compile time does not count.
beforeAll(() => import('./send-left'));

const receipt = (lateAnswerCount: number) => ({
  attempt: {
    __typename: 'Attempt',
    id: 'z',
    ...{ startedAt: '2026-11-20T10:00:00.000Z', endedAt: '2026-11-20T11:00:00.000Z', endedBy: 'CLOCK' },
    ...{ receiptCode: '7KQM-X2PV-9RTB', lateAnswerCount, preview: null },
    assessment: {
      __typename: 'TakenAssessment',
      ...{ title: 'ML engineer II', organizationName: 'Acme', afterRelease: 'NOTHING' },
    },
    items: [
      { __typename: 'AttemptItem', id: 'item-1', position: 1, kind: 'NUMERIC', isAnswered: false, submissions: [] },
    ],
  },
});

test('what this device still has of an assessment that has ended is sent, kept by the server and said to be', async () => {
  const store = await drafts();
  const unsent = { revisionId: 'save-1', base: 0, editedAt: '2026-11-20T10:59:00.000Z', after: null };
  store.write('item-1', { ...unsent, draft: { kind: 'numeric', text: '0.5' } });
  let kept = 0;
  const api = new FakeApi({
    Receipt: () => receipt(kept),
    SaveResponse: () => {
      kept = 1;
      const closedAt = '2026-11-20T11:00:00.000Z';
      return { saveResponse: { __typename: 'AttemptClosedProblem', code: 'ATTEMPT_CLOSED', closedAt, isKept: true } };
    },
  });
  await renderPage({
    routes: [{ path: '/attempts/:id/receipt', element: <ReceiptPage /> }],
    at: '/attempts/z/receipt',
    api,
  });
  expect(await screen.findByText(words.late(1, 'Acme'))).toBeTruthy();
  expect(api.asked.get('SaveResponse')).toMatchObject([{ input: { itemId: 'item-1', revisionId: 'save-1' } }]);
  await waitFor(() => expect(store.list('item-1')).toEqual([]));
});

test('without anything left nothing is sent, and no answer is said to be late', async () => {
  const api = new FakeApi({ Receipt: () => receipt(0) });
  await renderPage({
    routes: [{ path: '/attempts/:id/receipt', element: <ReceiptPage /> }],
    at: '/attempts/z/receipt',
    api,
  });
  expect(await screen.findByText('7KQM-X2PV-9RTB')).toBeTruthy();
  expect(screen.queryByText(words.late(1, 'Acme'))).toBeNull();
  expect(api.asked.get('SaveResponse')).toBeUndefined();
});
