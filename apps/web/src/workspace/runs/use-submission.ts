import { skipToken, useQuery, useSubscription } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { SUBMISSION, SUBMISSION_CHANGED, type SubmissionView } from './submission-query';

const WITHOUT_SOCKET_MS = 1500;
const SAFETY_NET_MS = 3000;

/** The current state of one submission, by subscription; polled as a fallback. */
export function useSubmission(id: string | null): SubmissionView | null {
  const [isSocketDown, setIsSocketDown] = useState(false);
  const asked = id === null ? skipToken : { variables: { id } };
  const { data, startPolling, stopPolling } = useQuery(SUBMISSION, asked);
  const submission = id === null ? null : (data?.submission ?? null);
  const isWaiting = id !== null && submission?.status !== 'GRADED';
  useSubscription(
    SUBMISSION_CHANGED,
    isWaiting
      ? { variables: { id }, onError: () => setIsSocketDown(true), onData: () => setIsSocketDown(false) }
      : skipToken,
  );
  // The server is outside React.
  useEffect(() => {
    if (!isWaiting) return undefined;
    startPolling(isSocketDown ? WITHOUT_SOCKET_MS : SAFETY_NET_MS);
    return stopPolling;
  }, [isWaiting, isSocketDown, startPolling, stopPolling]);
  return submission;
}
