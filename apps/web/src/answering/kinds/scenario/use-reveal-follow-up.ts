import { gql, type TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useAnnounce } from '@holdout/ui';
import { useState } from 'react';
import type { RevealFollowUpMutation, RevealFollowUpMutationVariables } from '../../../generated/operations';
import type { Messages } from '../../../messages/en';
import { useMessages } from '../../../messages/messages';
import { useAct } from '../../../platform/use-act';
import { remember } from '../../save-response';
import type { FieldProps } from '../field';
import { KINDS_RESPONSE } from '../fragments';
import { SCENARIO_CONTENT } from './scenario-fragments';

export const REVEAL_FOLLOW_UP: TypedDocumentNode<RevealFollowUpMutation, RevealFollowUpMutationVariables> = gql`
  mutation RevealFollowUp($input: RevealFollowUpInput!) {
    revealFollowUp(input: $input) {
      ... on RevealFollowUpSuccess {
        item {
          id
          content {
            ...Scenario_content
          }
          response {
            ...Kinds_response
          }
        }
      }
      ... on StaleRevisionProblem {
        current {
          ...Kinds_response
        }
      }
      ... on Problem {
        code
      }
    }
  }
  ${SCENARIO_CONTENT}
  ${KINDS_RESPONSE}
`;

type Result = RevealFollowUpMutation['revealFollowUp'] | undefined;

function problemWords(result: Result, words: Messages['kinds']['scenario']): string | null {
  switch (result?.__typename) {
    case 'NothingToCheckProblem':
      return words.writeFirst;
    case 'InvalidAnswerProblem':
      return words.shortenFirst;
    case 'StaleRevisionProblem':
      return words.stale;
    case 'AttemptClosedProblem':
      return words.closed;
    case 'NoFollowUpProblem':
      return words.noMore;
    case 'RevealFollowUpSuccess':
    case undefined:
      return null;
  }
}

type Options = { readonly itemId: string; readonly shown: number; readonly settle: FieldProps['settle'] };

/** Saves the open part, then requests the next follow-up. */
export function useRevealFollowUp({ itemId, shown, settle }: Options) {
  const words = useMessages().kinds.scenario;
  const announce = useAnnounce();
  const { cache } = useApolloClient();
  const { act, isRunning, failure } = useAct(REVEAL_FOLLOW_UP);
  const [problem, setProblem] = useState<string | null>(null);
  /** True if the next follow-up is shown. */
  const reveal = async (after: string): Promise<boolean> => {
    setProblem(null);
    const revision = await settle();
    if (revision === null) {
      setProblem(words.notSaved);
      return false;
    }
    const result = (await act({ input: { itemId, after, revision } }))?.revealFollowUp;
    setProblem(problemWords(result, words));
    if (result?.__typename === 'StaleRevisionProblem' && result.current) remember(cache, itemId, result.current);
    const isShown = result?.__typename === 'RevealFollowUpSuccess';
    if (isShown) announce(words.shown(shown + 1));
    return isShown;
  };
  return { reveal, isRunning, failure: problem ?? failure };
}
