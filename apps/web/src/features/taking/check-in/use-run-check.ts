import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useState } from 'react';
import { RUN_CODE, type SubmissionView } from '../../../workspace/runs/submission-query';
import { useSubmission } from '../../../workspace/runs/use-submission';
import type { TrialItem } from './check-in-query';

export type Ran =
  | { readonly kind: 'waiting'; readonly place: number | null }
  | { readonly kind: 'ran' }
  /** No grader takes it, or it was not graded: our failure. */
  | { readonly kind: 'unavailable' }
  | { readonly kind: 'tooMany' };

type Sent =
  | { readonly kind: 'sending' }
  | { readonly kind: 'sent'; readonly id: string }
  | { readonly kind: 'unavailable' | 'tooMany' };

async function send(client: ApolloClient, { id: itemId, content }: TrialItem): Promise<Sent> {
  const code = content.__typename === 'CodeContent' ? content.languages[0] : undefined;
  if (code === undefined) return { kind: 'unavailable' };
  const { language, starter: source } = code;
  const input = { itemId, clientId: crypto.randomUUID(), language, source, ownInput: null };
  const { data } = await client.mutate({ mutation: RUN_CODE, variables: { input } });
  const result = data?.runCode;
  if (result?.__typename === 'RunCodeSuccess') return { kind: 'sent', id: result.submission.id };
  return { kind: result?.__typename === 'TooManySubmissionsProblem' ? 'tooMany' : 'unavailable' };
}

/** Runs the starter of the trial's code question, once for each time that the page is opened. */
export function useRunCheck(item: TrialItem): { readonly ran: Ran; readonly again: () => void } {
  const client = useApolloClient();
  const [sent, setSent] = useState<Sent>({ kind: 'sending' });
  const run = useCallback(
    () =>
      void send(client, item)
        .catch((): Sent => ({ kind: 'unavailable' }))
        .then(setSent),
    [client, item],
  );
  const again = useCallback(() => {
    setSent({ kind: 'sending' });
    run();
  }, [run]);
  // The server is outside React.
  useEffect(run, [run]);
  const submission = useSubmission(sent.kind === 'sent' ? sent.id : null);
  return { ran: ranOf(sent, submission), again };
}

function ranOf(sent: Sent, submission: SubmissionView | null): Ran {
  if (sent.kind === 'unavailable' || sent.kind === 'tooMany') return { kind: sent.kind };
  if (submission === null) return { kind: 'waiting', place: null };
  if (submission.status !== 'GRADED') return { kind: 'waiting', place: submission.placeInQueue };
  return { kind: submission.verdict?.kind === 'NOT_GRADED' ? 'unavailable' : 'ran' };
}
