import { useMutation, useQuery } from '@apollo/client/react';
import { useCallback } from 'react';
import { type Message, READ_MESSAGES, UNREAD } from './message-query';

/** What the organization wrote and this candidate has not put away, oldest first, as of the last heartbeat. */
export function useUnread(attemptId: string): readonly Message[] {
  const { data } = useQuery(UNREAD, { variables: { id: attemptId }, fetchPolicy: 'cache-only' });
  // Those that were put away stay in the cache's list until the next heartbeat.
  return data?.attempt.unreadMessages.filter(({ readAt }) => readAt === null) ?? [];
}

/** Marks messages as read. A failure leaves them on the page: they can be put away again. */
export function useRead(attemptId: string) {
  const [read] = useMutation(READ_MESSAGES);
  return useCallback(
    async (messages: readonly Message[]) => {
      const messageIds = messages.filter(isUnread).map(({ id }) => id);
      if (messageIds.length === 0) return;
      await read({ variables: { input: { attemptId, messageIds } } }).catch(() => undefined);
    },
    [read, attemptId],
  );
}

const isUnread = ({ kind, readAt }: Message): boolean => kind === 'MESSAGE' && readAt === null;
