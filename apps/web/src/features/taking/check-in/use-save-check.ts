import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useState } from 'react';
import { SAVE_RESPONSE } from '../../../answering/save-response';
import type { AnswerInput, QuestionKind, SaveResponseMutation } from '../../../generated/operations';
import type { Trial, TrialItem } from './check-in-query';

/** Nothing chosen or written yet, as the page of the trial saves it. */
const UNWRITTEN: Readonly<Record<Exclude<QuestionKind, 'CODE' | 'MODEL'>, AnswerInput>> = {
  CHOICE: { choice: { picked: [] } },
  NUMERIC: { numeric: { text: '' } },
  PLOT: { plot: { points: [], choices: [] } },
  ORDERING: { ordering: { steps: [] } },
  READING: { reading: { lines: [], choices: [] } },
  TEXT: { text: { text: '' } },
  SCENARIO: { scenario: { part: 'prompt', text: '' } },
  DESIGN: { design: { scene: null, blocks: [], numbers: [] } },
};

function unwritten({ kind, content }: TrialItem): AnswerInput | null {
  if (kind !== 'CODE' && kind !== 'MODEL') return UNWRITTEN[kind];
  const first = content.__typename === 'CodeContent' ? content.languages[0] : undefined;
  return first === undefined ? null : { code: { language: first.language, source: first.starter } };
}

/** What has become of the save; `at` is when the server acknowledged it. */
export type Saving =
  { readonly kind: 'sending' } | { readonly kind: 'saved'; readonly at: string } | { readonly kind: 'failed' };

const savedOr = (at: string | undefined): Saving => (at === undefined ? { kind: 'failed' } : { kind: 'saved', at });

function acknowledged(result: SaveResponseMutation['saveResponse'] | undefined): Saving {
  if (result?.__typename === 'SaveResponseSuccess') return savedOr(result.response.savedAt);
  // Another page of this person has saved meanwhile.
  return savedOr(result?.__typename === 'StaleRevisionProblem' ? result.current?.savedAt : undefined);
}

/** Saves an empty answer to the first question of the trial, unless an answer was saved before. */
async function save(client: ApolloClient, { items }: Trial): Promise<Saving> {
  const before = items.flatMap(({ response }) => response?.savedAt ?? []).sort();
  if (before.length > 0) return savedOr(before.at(-1));
  const [item] = items;
  const answer = item === undefined ? null : unwritten(item);
  if (item === undefined || answer === null) return { kind: 'failed' };
  const input = { itemId: item.id, revisionId: crypto.randomUUID(), basedOn: 0, answer };
  const { data } = await client.mutate({ mutation: SAVE_RESPONSE, variables: { input } });
  return acknowledged(data?.saveResponse);
}

/** One real save to the trial, when the page is opened and when it is asked for again. */
export function useSaveCheck(trial: Trial): { readonly saving: Saving; readonly again: () => void } {
  const client = useApolloClient();
  const [saving, setSaving] = useState<Saving>({ kind: 'sending' });
  const send = useCallback(
    () =>
      void save(client, trial)
        .catch((): Saving => ({ kind: 'failed' }))
        .then(setSaving),
    [client, trial],
  );
  const again = useCallback(() => {
    setSaving({ kind: 'sending' });
    send();
  }, [send]);
  // The server is outside React.
  useEffect(send, [send]);
  return { saving, again };
}
