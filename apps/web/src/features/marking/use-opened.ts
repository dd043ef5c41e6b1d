import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import type { OpenMarkingMutation } from '../../generated/operations';
import { useMessages } from '../../messages/messages';
import { errorWords } from '../../platform/error-words';
import { type Calibration, OPEN, type Task } from './marking-query';

/** What the address leads to. */
export type Opened =
  | { readonly kind: 'task'; readonly task: Task }
  | { readonly kind: 'calibration'; readonly calibration: Calibration }
  | { readonly kind: 'empty' }
  | { readonly kind: 'failed'; readonly error: unknown };

function openedBy(answer: OpenMarkingMutation['openMarking'] | undefined): Opened {
  switch (answer?.__typename) {
    case 'OpenMarkingSuccess':
      return { kind: 'task', task: answer.task };
    case 'OpenCalibrationSuccess':
      return { kind: 'calibration', calibration: answer.calibration };
    case 'QueueEmptyProblem':
    case undefined:
      return { kind: 'empty' };
  }
}

/** Opens the answer of this number. Asking is a mutation, because from then on nobody else gets the answer. */
export function useOpened(queueId: string, number: number) {
  const client = useApolloClient();
  const messages = useMessages();
  const [tries, setTries] = useState(0);
  const [opened, setOpened] = useState<{ readonly at: string; readonly what: Opened } | null>(null);
  const at = `${queueId} ${number} ${tries}`;
  // The server is outside React.
  useEffect(() => {
    let isCurrent = true;
    const show = (what: Opened) => {
      if (isCurrent) setOpened({ at, what });
    };
    client.mutate({ mutation: OPEN, variables: { input: { queueId, number } } }).then(
      ({ data }) => show(openedBy(data?.openMarking)),
      (error: unknown) => show({ kind: 'failed', error }),
    );
    return () => {
      isCurrent = false;
    };
  }, [client, at, queueId, number]);
  const what = opened?.at === at ? opened.what : null;
  return {
    opened: what,
    failure: what?.kind === 'failed' ? errorWords(messages, what.error) : null,
    ask: () => setTries((count) => count + 1),
  };
}
