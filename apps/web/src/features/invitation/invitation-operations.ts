import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  AcceptInvitationMutation,
  AcceptInvitationMutationVariables,
  OpenedInvitationQuery,
  OpenedInvitationQueryVariables,
  OpenInvitationMutation,
  OpenInvitationMutationVariables,
} from '../../generated/operations';

export const OPEN_INVITATION: TypedDocumentNode<OpenInvitationMutation, OpenInvitationMutationVariables> = gql`
  mutation OpenInvitation($input: OpenInvitationInput!) {
    openInvitation(input: $input) {
      ... on OpenInvitationSuccess {
        invitation {
          expiresAt
        }
      }
      ... on InvitationUnusableProblem {
        reason
      }
      ... on Problem {
        code
      }
    }
  }
`;

export const OPENED_INVITATION: TypedDocumentNode<OpenedInvitationQuery, OpenedInvitationQueryVariables> = gql`
  query OpenedInvitation {
    openedInvitation {
      organizationName
      emailHint
      roles
      expiresAt
    }
    viewer {
      account {
        id
      }
    }
  }
`;

export const ACCEPT_INVITATION: TypedDocumentNode<AcceptInvitationMutation, AcceptInvitationMutationVariables> = gql`
  mutation AcceptInvitation($input: AcceptInvitationInput!) {
    acceptInvitation(input: $input) {
      ... on AcceptInvitationSuccess {
        membership {
          organization {
            id
            slug
          }
        }
      }
      ... on InvitationUnusableProblem {
        reason
      }
      ... on EmailNotInvitedProblem {
        emailHint
      }
      ... on Problem {
        code
      }
    }
  }
`;
