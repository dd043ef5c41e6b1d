import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  CheckAnswerMutation,
  CheckAnswerMutationVariables,
  QuestionHeadQuery,
  QuestionHeadQueryVariables,
  RevealExplanationMutation,
  RevealExplanationMutationVariables,
  StartPracticeMutation,
  StartPracticeMutationVariables,
} from '../../generated/operations';
import { ANSWER_ITEM } from '../../answering/answer-item';
import { KINDS_FEEDBACK, KINDS_RESPONSE } from '../../answering/kinds/fragments';
import { CODE_ITEM } from '../../workspace/code-item';

/** What may be known before the question is opened. */
export const QUESTION_HEAD: TypedDocumentNode<QuestionHeadQuery, QuestionHeadQueryVariables> = gql`
  query QuestionHead($slug: String!) {
    question(slug: $slug) {
      id
      slug
      title
      kind
      level
      minutes
      languages
      skills {
        id
        name
      }
      licence
      sources
    }
  }
`;

export const START_PRACTICE: TypedDocumentNode<StartPracticeMutation, StartPracticeMutationVariables> = gql`
  mutation StartPractice($input: StartPracticeInput!) {
    startPractice(input: $input) {
      ... on StartPracticeSuccess {
        attempt {
          id
          endedAt
          items {
            id
            question {
              id
              kind
            }
            ...AnswerItem_item
            ...CodeItem_item
          }
        }
      }
      ... on QuestionNotReadyProblem {
        isOnItsWay
      }
      ... on Problem {
        code
      }
    }
  }
  ${ANSWER_ITEM}
  ${CODE_ITEM}
`;

export const CHECK_ANSWER: TypedDocumentNode<CheckAnswerMutation, CheckAnswerMutationVariables> = gql`
  mutation CheckAnswer($input: CheckAnswerInput!) {
    checkAnswer(input: $input) {
      ... on CheckAnswerSuccess {
        item {
          id
          isAnswered
          question {
            id
            practiceState
          }
          response {
            ...Kinds_response @unmask
          }
          feedback {
            ...Kinds_feedback @unmask
          }
        }
      }
      ... on InvalidAnswerProblem {
        reason
      }
      ... on Problem {
        code
      }
    }
  }
  ${KINDS_RESPONSE}
  ${KINDS_FEEDBACK}
`;

export const REVEAL_EXPLANATION: TypedDocumentNode<RevealExplanationMutation, RevealExplanationMutationVariables> = gql`
  mutation RevealExplanation($input: RevealExplanationInput!) {
    revealExplanation(input: $input) {
      ... on RevealExplanationSuccess {
        item {
          id
          question {
            id
            practiceState
          }
          feedback {
            ...Kinds_feedback @unmask
          }
        }
      }
    }
  }
  ${KINDS_FEEDBACK}
`;
