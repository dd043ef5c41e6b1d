import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  ChangeOrganizationMutation,
  ChangeOrganizationMutationVariables,
  FoundOrganizationMutation,
  FoundOrganizationMutationVariables,
  OrganizationSettingsQuery,
  OrganizationSettingsQueryVariables,
} from '../../generated/operations';

export const SETTINGS: TypedDocumentNode<OrganizationSettingsQuery, OrganizationSettingsQueryVariables> = gql`
  query OrganizationSettings($slug: String!) {
    organization(slug: $slug) {
      id
      slug
      name
      contactEmail
      timeZone
      dateLocale
    }
  }
`;

export const CHANGE: TypedDocumentNode<ChangeOrganizationMutation, ChangeOrganizationMutationVariables> = gql`
  mutation ChangeOrganization($input: ChangeOrganizationInput!) {
    changeOrganization(input: $input) {
      ... on ChangeOrganizationSuccess {
        organization {
          id
          slug
          name
          contactEmail
          timeZone
          dateLocale
        }
      }
      ... on InvalidInputProblem {
        issues {
          field
          code
          limit
        }
      }
      ... on SlugTakenProblem {
        isReserved
        suggestion
      }
      ... on Problem {
        code
      }
    }
  }
`;

export const FOUND: TypedDocumentNode<FoundOrganizationMutation, FoundOrganizationMutationVariables> = gql`
  mutation FoundOrganization($input: FoundOrganizationInput!) {
    foundOrganization(input: $input) {
      ... on FoundOrganizationSuccess {
        organization {
          id
          slug
        }
      }
      ... on InvalidInputProblem {
        issues {
          field
          code
          limit
        }
      }
      ... on SlugTakenProblem {
        isReserved
        suggestion
      }
      ... on FoundingRefusedProblem {
        reason
      }
      ... on Problem {
        code
      }
    }
  }
`;
