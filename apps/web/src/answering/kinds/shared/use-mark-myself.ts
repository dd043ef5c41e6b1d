import { gql, type TypedDocumentNode } from '@apollo/client';
import { useAnnounce } from '@holdout/ui';
import { useState } from 'react';
import type { MarkMyselfMutation, MarkMyselfMutationVariables } from '../../../generated/operations';
import { useMessages } from '../../../messages/messages';
import { useAct } from '../../../platform/use-act';
import { KINDS_FEEDBACK } from '../fragments';

export const MARK_MYSELF: TypedDocumentNode<MarkMyselfMutation, MarkMyselfMutationVariables> = gql`
  mutation MarkMyself($input: MarkMyselfInput!) {
    markMyself(input: $input) {
      ... on MarkMyselfSuccess {
        item {
          id
          question {
            id
            practiceState
          }
          feedback {
            ...Kinds_feedback
          }
        }
      }
      ... on Problem {
        code
      }
    }
  }
  ${KINDS_FEEDBACK}
`;

export type Levels = Readonly<Record<string, number>>;

/** Saves a self-grade in practice: a level for every criterion. Can be repeated. */
export function useMarkMyself(itemId: string) {
  const words = useMessages().kinds.rubric;
  const announce = useAnnounce();
  const { act, isRunning, failure } = useAct(MARK_MYSELF);
  const [problem, setProblem] = useState<string | null>(null);
  const mark = async (levels: Levels): Promise<void> => {
    setProblem(null);
    const given = Object.entries(levels).map(([criterion, level]) => ({ criterion, level }));
    const result = (await act({ input: { itemId, levels: given } }))?.markMyself;
    if (result?.__typename === 'MarkMyselfSuccess') announce(words.saved);
    if (result?.__typename === 'NothingToMarkProblem') setProblem(words.nothingToMark);
  };
  return { mark, isRunning, failure: problem ?? failure };
}
