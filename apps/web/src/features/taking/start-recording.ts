import { type ApolloClient, gql, type TypedDocumentNode } from '@apollo/client';
import { inputOf } from '../../answering/draft';
import type { Savers } from '../../answering/savers';
import type { RecordEventsMutation, RecordEventsMutationVariables } from '../../generated/operations';
import { errorCodeOf } from '../../platform/error-code';
import { type Batch, Recorder, type Sent } from './recorder';
import { tabId } from './tab-id';

const FLUSH_MS = 5000;
const RESIZE_MS = 500;

export const RECORD_EVENTS: TypedDocumentNode<RecordEventsMutation, RecordEventsMutationVariables> = gql`
  mutation RecordEvents($input: RecordEventsInput!) {
    recordEvents(input: $input) {
      ... on RecordEventsSuccess {
        isOver
      }
    }
  }
`;

async function send(client: ApolloClient, attemptId: string, batch: Batch): Promise<Sent> {
  try {
    const input = { attemptId, clientId: await tabId(), ...batch, events: [...batch.events] };
    const { data } = await client.mutate({ mutation: RECORD_EVENTS, variables: { input } });
    return data?.recordEvents.isOver === true ? 'over' : 'stored';
  } catch (error) {
    // A batch that the server will never take would stop those after it.
    return ['BAD_INPUT', 'NOT_FOUND'].includes(errorCodeOf(error)) ? 'over' : 'unreachable';
  }
}

/** Counts the batches of this tab, so that a reload goes on and does not repeat a number. */
function sequenceOf(attemptId: string): () => number {
  const key = `holdout.recorded.${attemptId}`;
  let last = -1;
  return () => {
    try {
      last = Math.max(last, Number(sessionStorage.getItem(key) ?? -1)) + 1;
      sessionStorage.setItem(key, String(last));
    } catch {
      // Storage is blocked: the tab's id lasts as long as the page, too.
      last += 1;
    }
    return last;
  };
}

/** What the browser tells of the window; returns a function that stops listening. */
function listen(recorder: Recorder): () => void {
  let [isAway, resizing] = [false, 0];
  const look = () => {
    const isAwayNow = document.visibilityState === 'hidden' || !document.hasFocus();
    if (isAwayNow !== isAway) recorder.add({ kind: isAwayNow ? 'LEFT' : 'RETURNED' });
    isAway = isAwayNow;
  };
  const paste = (event: ClipboardEvent) =>
    recorder.add({ kind: 'PASTE', length: event.clipboardData?.getData('text/plain').length ?? 0 });
  const resize = () => {
    window.clearTimeout(resizing);
    resizing = window.setTimeout(() => {
      recorder.add({ kind: 'RESIZED', width: window.innerWidth, height: window.innerHeight });
    }, RESIZE_MS);
  };
  const stopped = new AbortController();
  // In the capturing phase: an editor may keep the event to itself.
  const { signal } = stopped;
  for (const event of ['blur', 'focus']) window.addEventListener(event, look, { signal });
  document.addEventListener('visibilitychange', look, { signal });
  document.addEventListener('paste', paste, { signal, capture: true });
  window.addEventListener('resize', resize, { signal });
  return () => {
    window.clearTimeout(resizing);
    stopped.abort();
  };
}

/** Records what happens on the page, as the candidate was told; returns a function that ends it. */
export function startRecording(client: ApolloClient, attemptId: string, savers: Savers): () => void {
  const recorder = new Recorder({
    send: (batch) => send(client, attemptId, batch),
    now: () => performance.now(),
    nextSequence: sequenceOf(attemptId),
  });
  recorder.add({ kind: 'DEVICE', width: window.innerWidth, height: window.innerHeight });
  const stopEdits = savers.onEdit((itemId, draft) => recorder.edit(itemId, inputOf(draft)));
  const stopListening = listen(recorder);
  const flush = () => void recorder.flush();
  const timer = setInterval(flush, FLUSH_MS);
  window.addEventListener('pagehide', flush);
  return () => {
    stopEdits();
    stopListening();
    clearInterval(timer);
    window.removeEventListener('pagehide', flush);
    flush();
  };
}
