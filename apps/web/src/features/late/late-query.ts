import { gql, type TypedDocumentNode } from '@apollo/client';
import { KINDS_LATE } from '../../answering/kinds/fragments';
import type {
  AdmitLateAnswerMutation,
  AdmitLateAnswerMutationVariables,
  LateAnswerQuery,
  LateAnswerQueryVariables,
  LateAnswersQuery,
  LateAnswersQueryVariables,
} from '../../generated/operations';

const ROW = gql`
  fragment Late_row on LateAnswer {
    id
    invitationId
    name
    email
    position
    title
    cause
    closedAt
    arrivedAt
    admission {
      admittedAt
      admittedBy
      reason
    }
  }
`;

export const LATE_ANSWERS: TypedDocumentNode<LateAnswersQuery, LateAnswersQueryVariables> = gql`
  query LateAnswers($assessmentId: ID!, $invitationId: ID, $after: String) {
    lateAnswers(assessmentId: $assessmentId, invitationId: $invitationId, first: 50, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          ...Late_row
        }
      }
    }
  }
  ${ROW}
`;

export const LATE_ANSWER: TypedDocumentNode<LateAnswerQuery, LateAnswerQueryVariables> = gql`
  query LateAnswer($assessmentId: ID!, $id: ID!) {
    lateAnswer(assessmentId: $assessmentId, id: $id) {
      id
      ...Kinds_late
    }
  }
  ${KINDS_LATE}
`;

export const ADMIT: TypedDocumentNode<AdmitLateAnswerMutation, AdmitLateAnswerMutationVariables> = gql`
  mutation AdmitLateAnswer($input: AdmitLateAnswerInput!) {
    admitLateAnswer(input: $input) {
      ... on AdmitLateAnswerSuccess {
        lateAnswer {
          id
          ...Late_row
        }
      }
      ... on InvalidInputProblem {
        issues {
          field
          code
          limit
        }
      }
      ... on Problem {
        code
      }
    }
  }
  ${ROW}
`;

export type LateRow = LateAnswersQuery['lateAnswers']['edges'][number]['node'];
export type Late = NonNullable<LateAnswerQuery['lateAnswer']>;
