import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  CandidateInvitationCountsQuery,
  CandidateInvitationCountsQueryVariables,
  CandidateInvitationsQuery,
  CandidateInvitationsQueryVariables,
  ExtendCandidateInvitationsMutation,
  ExtendCandidateInvitationsMutationVariables,
  FindCandidatesQuery,
  FindCandidatesQueryVariables,
  MergeCandidatesMutation,
  MergeCandidatesMutationVariables,
  OrganizationZoneQuery,
  OrganizationZoneQueryVariables,
  RemindCandidatesMutation,
  RemindCandidatesMutationVariables,
  ResendCandidateInvitationMutation,
  ResendCandidateInvitationMutationVariables,
  SetTimeAllowanceMutation,
  SetTimeAllowanceMutationVariables,
  WithdrawCandidateInvitationsMutation,
  WithdrawCandidateInvitationsMutationVariables,
  EraseCandidateMutation,
  EraseCandidateMutationVariables,
} from '../../generated/operations';

export const INVITATIONS: TypedDocumentNode<CandidateInvitationsQuery, CandidateInvitationsQueryVariables> = gql`
  query CandidateInvitations(
    $assessmentId: ID!
    $filter: CandidateInvitationFilter
    $order: CandidateInvitationOrder!
    $first: Int!
    $after: String
  ) {
    candidateInvitations(assessmentId: $assessmentId, filter: $filter, order: $order, first: $first, after: $after) {
      edges {
        cursor
        node {
          id
          status
          statusSince
          source
          createdAt
          opensAt
          expiresAt
          remindedAt
          link
          delivery {
            state
            sentAt
            failure
          }
          candidate {
            id
            name
            email
            allowance {
              extraTime
              breakMinutes
            }
          }
          attempt {
            id
            total {
              earned
              possible
              pending
            }
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;

export type Invitation = CandidateInvitationsQuery['candidateInvitations']['edges'][number]['node'];

export const COUNTS: TypedDocumentNode<CandidateInvitationCountsQuery, CandidateInvitationCountsQueryVariables> = gql`
  query CandidateInvitationCounts($assessmentId: ID!) {
    candidateInvitationCounts(assessmentId: $assessmentId) {
      status
      count
    }
  }
`;

export const ZONE: TypedDocumentNode<OrganizationZoneQuery, OrganizationZoneQueryVariables> = gql`
  query OrganizationZone($slug: String!) {
    organization(slug: $slug) {
      id
      timeZone
    }
  }
`;

export const RESEND: TypedDocumentNode<ResendCandidateInvitationMutation, ResendCandidateInvitationMutationVariables> =
  gql`
    mutation ResendCandidateInvitation($input: ResendCandidateInvitationInput!) {
      resendCandidateInvitation(input: $input) {
        ... on ResendCandidateInvitationSuccess {
          invitation {
            id
            link
            delivery {
              state
              sentAt
              failure
            }
          }
        }
        ... on CandidateInvitationClosedProblem {
          status
        }
        ... on Problem {
          code
        }
      }
    }
  `;

export const REMIND: TypedDocumentNode<RemindCandidatesMutation, RemindCandidatesMutationVariables> = gql`
  mutation RemindCandidates($input: RemindCandidatesInput!) {
    remindCandidates(input: $input) {
      ... on RemindCandidatesSuccess {
        invitations {
          id
          remindedAt
          delivery {
            state
            sentAt
            failure
          }
        }
      }
    }
  }
`;

export const EXTEND: TypedDocumentNode<
  ExtendCandidateInvitationsMutation,
  ExtendCandidateInvitationsMutationVariables
> = gql`
  mutation ExtendCandidateInvitations($input: ExtendCandidateInvitationsInput!) {
    extendCandidateInvitations(input: $input) {
      ... on ExtendCandidateInvitationsSuccess {
        invitations {
          id
          status
          statusSince
          expiresAt
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
`;

export const WITHDRAW: TypedDocumentNode<
  WithdrawCandidateInvitationsMutation,
  WithdrawCandidateInvitationsMutationVariables
> = gql`
  mutation WithdrawCandidateInvitations($input: WithdrawCandidateInvitationsInput!) {
    withdrawCandidateInvitations(input: $input) {
      ... on WithdrawCandidateInvitationsSuccess {
        invitations {
          id
          status
          statusSince
        }
      }
    }
  }
`;

export const SET_ALLOWANCE: TypedDocumentNode<SetTimeAllowanceMutation, SetTimeAllowanceMutationVariables> = gql`
  mutation SetTimeAllowance($input: SetTimeAllowanceInput!) {
    setTimeAllowance(input: $input) {
      ... on SetTimeAllowanceSuccess {
        candidate {
          id
          allowance {
            extraTime
            breakMinutes
          }
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
`;

export const FIND_CANDIDATES: TypedDocumentNode<FindCandidatesQuery, FindCandidatesQueryVariables> = gql`
  query FindCandidates($slug: String!, $text: String!) {
    candidates(organization: $slug, text: $text, first: 20) {
      candidate {
        id
        name
        email
      }
      invitationCount
      attemptCount
    }
  }
`;

export type FoundCandidate = FindCandidatesQuery['candidates'][number];

export const MERGE: TypedDocumentNode<MergeCandidatesMutation, MergeCandidatesMutationVariables> = gql`
  mutation MergeCandidates($input: MergeCandidatesInput!) {
    mergeCandidates(input: $input) {
      ... on MergeCandidatesSuccess {
        candidate {
          id
          name
          email
        }
      }
      ... on OtherAttemptOpenProblem {
        title
      }
    }
  }
`;

export const ERASE: TypedDocumentNode<EraseCandidateMutation, EraseCandidateMutationVariables> = gql`
  mutation EraseCandidate($input: EraseCandidateInput!) {
    eraseCandidate(input: $input) {
      ... on EraseCandidateSuccess {
        candidateId
      }
      ... on Problem {
        code
      }
    }
  }
`;
