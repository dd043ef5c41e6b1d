import type { SavedResponse } from './draft';
import type { UnsentDraft } from './draft-store';
import { adopted, answered, opened, type SaveQueue, sent } from './save-queue';

const text = (words: string) => ({ kind: 'text', text: words }) as const;

const left = (words: string, editedAt: string): UnsentDraft => ({
  draft: text(words),
  revisionId: words,
  editedAt,
  base: 0,
});

const CURRENT = {
  revision: 1,
  savedAt: '2026-01-01T10:00:00.000Z',
  answer: { __typename: 'TextAnswer', text: 'other' },
};

const refuseNext = (queue: SaveQueue): SaveQueue =>
  answered(sent(queue), { kind: 'stale', current: CURRENT as unknown as SavedResponse });

test('of the answers that other pages left the newest is offered, also if an older one is found later', () => {
  const newer = left('newer', '2026-01-01T10:00:02.000Z');
  const older = left('older', '2026-01-01T10:00:01.000Z');
  const first = refuseNext(opened(CURRENT as unknown as SavedResponse, [newer]));
  expect(first.setAside).toMatchObject({ revisionId: 'newer' });
  expect(refuseNext(adopted(first, [older])).setAside).toMatchObject({ revisionId: 'newer' });
});
