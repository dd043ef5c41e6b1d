import { gql, type TypedDocumentNode } from '@apollo/client';
import type { QuizQuery, QuizQueryVariables } from '../../generated/operations';
import { ANSWER_ITEM } from '../../answering/answer-item';
import { CODE_ITEM } from '../../workspace/code-item';
import { SENT_CODE } from '../../workspace/runs/sent-code';

export const QUIZ: TypedDocumentNode<QuizQuery, QuizQueryVariables> = gql`
  query Quiz($id: ID!) {
    attempt(id: $id) {
      id
      form
      startedAt
      closesAt
      endedAt
      items {
        id
        position
        isFlagged
        isAnswered
        kind
        ...AnswerItem_item
        ...CodeItem_item
        submissions {
          ...SentCode_submission
        }
      }
    }
  }
  ${ANSWER_ITEM}
  ${CODE_ITEM}
  ${SENT_CODE}
`;

export type Quiz = QuizQuery['attempt'];
export type QuizItem = Quiz['items'][number];

/** Submitted code is an answer too: the unchanged starter is submitted without ever being saved. */
export const hasAnswer = (item: { readonly isAnswered: boolean; readonly submissions: readonly unknown[] }): boolean =>
  item.isAnswered || item.submissions.length > 0;
