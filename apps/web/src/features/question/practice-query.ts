import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  CheckAnswerMutation,
  CheckAnswerMutationVariables,
  PracticeItem_ItemFragment,
  QuestionHeadQuery,
  QuestionHeadQueryVariables,
  RevealExplanationMutation,
  RevealExplanationMutationVariables,
  StartPracticeMutation,
  StartPracticeMutationVariables,
} from '../../generated/operations';
import { ANSWER_ITEM } from '../../answering/answer-item';
import { KINDS_FEEDBACK, KINDS_RESPONSE } from '../../answering/kinds/fragments';
import { SAVED_ITEM } from '../../answering/save-response';
import { CODE_ITEM } from '../../workspace/code-item';

/** The data known before the question is opened. */
export const QUESTION_HEAD: TypedDocumentNode<QuestionHeadQuery, QuestionHeadQueryVariables> = gql`
  query QuestionHead($slug: String!) {
    question(slug: $slug) {
      id
      slug
      title
      subtitle
      kind
      level
      minutes
      languages
      skills {
        id
        name
      }
      licence
    }
  }
`;

/** What practice shows around an item's answer. */
export const PRACTICE_ITEM: TypedDocumentNode<PracticeItem_ItemFragment> = gql`
  fragment PracticeItem_item on AttemptItem {
    id
    kind
    feedback {
      earned
      possible
      pending
      markedBy
      explanation
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
            ...PracticeItem_item
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
  ${PRACTICE_ITEM}
  ${ANSWER_ITEM}
  ${CODE_ITEM}
`;

export const CHECK_ANSWER: TypedDocumentNode<CheckAnswerMutation, CheckAnswerMutationVariables> = gql`
  mutation CheckAnswer($input: CheckAnswerInput!) {
    checkAnswer(input: $input) {
      ... on CheckAnswerSuccess {
        item {
          ...SavedItem_item
          question {
            id
            practiceState
          }
          feedback {
            ...Kinds_feedback
          }
        }
      }
      ... on StaleRevisionProblem {
        current {
          ...Kinds_response
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
  ${SAVED_ITEM}
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
            ...Kinds_feedback
          }
        }
      }
      ... on StaleRevisionProblem {
        current {
          ...Kinds_response
        }
      }
    }
  }
  ${KINDS_RESPONSE}
  ${KINDS_FEEDBACK}
`;
