import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  QuizExplanationsQuery,
  QuizExplanationsQueryVariables,
  QuizQuery,
  QuizQueryVariables,
} from '../../generated/operations';
import { ANSWER_ITEM } from '../../answering/answer-item';

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
        question {
          id
          slug
          title
        }
        ...AnswerItem_item
      }
    }
  }
  ${ANSWER_ITEM}
`;

export const QUIZ_EXPLANATIONS: TypedDocumentNode<QuizExplanationsQuery, QuizExplanationsQueryVariables> = gql`
  query QuizExplanations($id: ID!) {
    attempt(id: $id) {
      id
      endedAt
      endedBy
      score {
        earned
        possible
        skills {
          skill {
            id
            name
          }
          earned
          possible
          items
        }
      }
      items {
        id
        position
        isAnswered
        question {
          id
          slug
          title
        }
        ...AnswerItem_item
      }
    }
  }
  ${ANSWER_ITEM}
`;

export type Quiz = QuizQuery['attempt'];
export type QuizItem = Quiz['items'][number];
export type Explained = QuizExplanationsQuery['attempt'];
export type ExplainedItem = Explained['items'][number];
