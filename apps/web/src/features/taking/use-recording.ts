import { useApolloClient } from '@apollo/client/react';
import { useEffect } from 'react';
import { useSavers } from '../../answering/savers-provider';
import type { Taken } from './attempt-query';

/** Records an assessment's page while it is open, if the candidate was told so. Loaded after the page. */
export function useRecording({ id, recorded }: Pick<Taken, 'id' | 'recorded'>): void {
  const client = useApolloClient();
  const savers = useSavers();
  const isRecorded = recorded.includes('EDITS');
  // The window and the server are outside React.
  useEffect(() => {
    if (!isRecorded) return undefined;
    let isHere = true;
    let stop: (() => void) | null = null;
    const begin = async () => {
      const { startRecording } = await import('./start-recording');
      if (isHere) stop = startRecording(client, id, savers);
    };
    // Without the recorder the page works as well.
    begin().catch(() => undefined);
    return () => {
      isHere = false;
      stop?.();
    };
  }, [client, id, savers, isRecorded]);
}
