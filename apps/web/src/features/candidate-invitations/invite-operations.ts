import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  CheckCandidatesQuery,
  CheckCandidatesQueryVariables,
  InviteCandidatesMutation,
  InviteCandidatesMutationVariables,
} from '../../generated/operations';

export const CHECK_CANDIDATES: TypedDocumentNode<CheckCandidatesQuery, CheckCandidatesQueryVariables> = gql`
  query CheckCandidates($assessmentId: ID!, $people: [PersonToInviteInput!]!) {
    checkCandidates(assessmentId: $assessmentId, people: $people) {
      outcome
      issues {
        field
        code
        limit
      }
    }
  }
`;

export const INVITE_CANDIDATES: TypedDocumentNode<InviteCandidatesMutation, InviteCandidatesMutationVariables> = gql`
  mutation InviteCandidates($input: InviteCandidatesInput!) {
    inviteCandidates(input: $input) {
      ... on InviteCandidatesSuccess {
        invitations {
          id
          link
        }
        people {
          outcome
          issues {
            field
            code
            limit
          }
        }
        sendsAt
      }
      ... on InvalidInputProblem {
        issues {
          field
          code
          limit
        }
      }
      ... on AssessmentNotPublishedProblem {
        isOnItsWay
      }
      ... on Problem {
        code
      }
    }
  }
`;
