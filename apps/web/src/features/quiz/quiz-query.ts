import { gql, type TypedDocumentNode } from '@apollo/client';
import type { QuizQuery, QuizQueryVariables } from '../../generated/operations';
import { SITTING_ITEM } from '../../sitting/sitting-item';

export const QUIZ: TypedDocumentNode<QuizQuery, QuizQueryVariables> = gql`
  query Quiz($id: ID!) {
    attempt(id: $id) {
      id
      form
      startedAt
      closesAt
      endedAt
      items {
        ...Sitting_item
      }
    }
  }
  ${SITTING_ITEM}
`;

export type Quiz = QuizQuery['attempt'];
export type QuizItem = Quiz['items'][number];
