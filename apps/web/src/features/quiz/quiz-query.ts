import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  FlagItemMutation,
  FlagItemMutationVariables,
  PresentItemMutation,
  PresentItemMutationVariables,
  QuizClockQuery,
  QuizClockQueryVariables,
  QuizExplanationsQuery,
  QuizExplanationsQueryVariables,
  QuizQuery,
  QuizQueryVariables,
  SubmitQuizMutation,
  SubmitQuizMutationVariables,
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

/** Small, and asked for again and again: how late it is on the server. */
export const QUIZ_CLOCK: TypedDocumentNode<QuizClockQuery, QuizClockQueryVariables> = gql`
  query QuizClock($id: ID!) {
    attempt(id: $id) {
      id
      serverTime
      closesAt
      endedAt
    }
  }
`;

export const FLAG_ITEM: TypedDocumentNode<FlagItemMutation, FlagItemMutationVariables> = gql`
  mutation FlagItem($input: FlagItemInput!) {
    flagItem(input: $input) {
      ... on FlagItemSuccess {
        item {
          id
          isFlagged
        }
      }
      ... on Problem {
        code
      }
    }
  }
`;

export const PRESENT_ITEM: TypedDocumentNode<PresentItemMutation, PresentItemMutationVariables> = gql`
  mutation PresentItem($input: PresentItemInput!) {
    presentItem(input: $input) {
      ... on PresentItemSuccess {
        item {
          id
        }
      }
      ... on Problem {
        code
      }
    }
  }
`;

export const SUBMIT_QUIZ: TypedDocumentNode<SubmitQuizMutation, SubmitQuizMutationVariables> = gql`
  mutation SubmitQuiz($input: SubmitAttemptInput!) {
    submitAttempt(input: $input) {
      ... on SubmitAttemptSuccess {
        attempt {
          id
          endedAt
        }
      }
    }
  }
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
