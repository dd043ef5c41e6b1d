import { lazy, Suspense } from 'react';
import type { Caller } from './caller';
import { useUnread } from './use-unread';

const MessageStrip = lazy(async () => ({ default: (await import('./message-strip')).MessageStrip }));

/** What the organization wrote, above the item; nothing while there is nothing to read. */
export function MessagesStrip(caller: Caller) {
  const unread = useUnread(caller.attemptId);
  if (unread.length === 0) return null;
  return (
    <Suspense fallback={null}>
      <MessageStrip {...caller} unread={unread} />
    </Suspense>
  );
}
