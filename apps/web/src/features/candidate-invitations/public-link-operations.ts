import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  CreatePublicLinkMutation,
  CreatePublicLinkMutationVariables,
  PublicLinksQuery,
  PublicLinksQueryVariables,
  WithdrawPublicLinkMutation,
  WithdrawPublicLinkMutationVariables,
} from '../../generated/operations';

export const PUBLIC_LINKS: TypedDocumentNode<PublicLinksQuery, PublicLinksQueryVariables> = gql`
  query PublicLinks($assessmentId: ID!) {
    publicLinks(assessmentId: $assessmentId) {
      id
      link
      cap
      taken
      createdAt
      opensAt
      closesAt
      withdrawnAt
      status
    }
  }
`;

export type PublicLink = PublicLinksQuery['publicLinks'][number];

export const CREATE_PUBLIC_LINK: TypedDocumentNode<CreatePublicLinkMutation, CreatePublicLinkMutationVariables> = gql`
  mutation CreatePublicLink($input: CreatePublicLinkInput!) {
    createPublicLink(input: $input) {
      ... on CreatePublicLinkSuccess {
        publicLink {
          id
        }
      }
      ... on AssessmentNotPublishedProblem {
        isOnItsWay
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

export const WITHDRAW_PUBLIC_LINK: TypedDocumentNode<WithdrawPublicLinkMutation, WithdrawPublicLinkMutationVariables> =
  gql`
    mutation WithdrawPublicLink($input: WithdrawPublicLinkInput!) {
      withdrawPublicLink(input: $input) {
        ... on WithdrawPublicLinkSuccess {
          publicLink {
            id
            withdrawnAt
            status
          }
        }
      }
    }
  `;
